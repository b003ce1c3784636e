import type { FieldProblem, Fields } from '../../src/intake/form/sent.ts';
import type { Problem } from '../../src/intake/index.ts';
import { happeningKinds, happensTo } from '../../src/review/happening.ts';
import type { Review } from '../../src/review/review.ts';
import { DAY, dayOf } from '../../src/time/span.ts';
import { readLocal, writeLocal } from '../../src/time/week.ts';
import { numberIn, textIn } from './sent-fields.ts';

/** Which part of what a program sends a field of the form stands for; of one that has its own name it is that. */
const partOf: Readonly<Record<string, string>> = {
  session: 'about',
  peer: 'about',
  room: 'about',
  site: 'about',
  longer: 'minutes',
  late: 'minutes',
  'from-day': 'from',
  'from-time': 'from',
  'again-day': 'from',
  'again-time': 'from',
  'to-day': 'to',
  'to-time': 'to',
};

/** What a program says has happened, as the form of the page has it: both are read in one place. */
export function happenedFields({ week }: Review, value: object): Fields {
  const kind = happeningKinds.find((k) => k === textIn(value, 'kind'));
  const at = (part: string): { readonly day: string; readonly time: string } => {
    const text = textIn(value, part);
    const read = text === '' ? undefined : readLocal(week, text);
    if (!read?.ok) return { day: '', time: text };
    // The end of a day is written as the beginning of the next.
    const isEnd = part === 'to' && read.minute % DAY === 0;
    return {
      day: String(isEnd ? dayOf(read.minute) - 1 : dayOf(read.minute)),
      time: isEnd ? '' : writeLocal(week, read.minute).slice(11),
    };
  };
  const [from, to] = [at('from'), at('to')];
  const long = numberIn(value, 'minutes');
  const minutes = long === 0 ? '' : String(long);
  return {
    kind: textIn(value, 'kind'),
    ...(kind && { [happensTo[kind]]: textIn(value, 'about') }),
    ended: at('ended').time,
    ...(kind === 'second-interview' ? { minutes } : { longer: minutes, late: minutes }),
    for: textIn(value, 'for'),
    'again-day': from.day,
    'again-time': from.time,
    'from-day': from.day,
    'from-time': from.time,
    'to-day': to.day,
    'to-time': to.time,
    note: textIn(value, 'note'),
  };
}

/** What is wrong with it, by the part that was sent. */
export const happenedProblems = (problems: readonly FieldProblem[]): readonly Problem[] =>
  problems.map(({ field, what }) => ({
    path: partOf[field] ?? field,
    what: 'can’t be taken.',
    mend: `${what}.`,
  }));
