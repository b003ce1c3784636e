import { ruleOf } from '../rules/index.ts';

/** What an exception is called, as people speak of it; a rule without words of its own goes by its title. */
const words: Readonly<Record<string, string>> = {
  'by-phone': 'Seen by phone or video',
  children: 'A group of young people',
  pair: 'Taken by one interviewer',
};

export const exceptionName = (rule: string): string =>
  words[rule] ?? `Not as asked by “${ruleOf(rule)?.title ?? rule}”`;
