import type { Facts } from './read.ts';

/** A must rule broken: which, and by what. Plain data. */
export interface Broken {
  readonly rule: string;
  /** Ids of sessions, in order. */
  readonly sessions: readonly string[];
  /** Ids of people, where it is about people. */
  readonly people: readonly string[];
  /** No waiver excuses it, though others of its rule may be waived. */
  readonly never?: true;
}

export const broken = (
  rule: string,
  sessions: readonly string[] = [],
  people: readonly string[] = [],
): Broken => ({ rule, sessions: [...sessions].sort(), people: [...people].sort() });

/** One chapter of the rules: everything in a programme that breaks one of them. */
export type Chapter = (facts: Facts) => readonly Broken[];
