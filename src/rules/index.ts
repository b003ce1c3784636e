import { alignedEnds } from './aligned-ends.ts';
import { diaries } from './diaries.ts';
import type { Rule } from './rule.ts';

/** The rule book, in the order of reading: rules.md's own. */
export const ruleBook: readonly Rule[] = [alignedEnds, diaries];

const byId = new Map(ruleBook.map((rule) => [rule.id, rule]));

export const ruleOf = (id: string): Rule | undefined => byId.get(id);
