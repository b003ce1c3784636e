import type { Review } from '../review/review.ts';
import type { Disturbed } from './disturbed.ts';
import type { Cost, Programme } from './programme.ts';

export type Status = 'optimal' | 'feasible' | 'impossible' | 'unfinished';

/** What stands in the way of a complete programme: a few things people can change, and what would mend it. */
export interface Conflict {
  /** One sentence with names and times. */
  readonly sentence: string;
  /** Sessions that can't all be held. */
  readonly sessions: readonly string[];
  /** Sentences, best first; each was tried. */
  readonly mends: readonly string[];
  /** What it comes from, in facts that people can change: each is needed for it, or `unsure` says so. */
  readonly because?: readonly string[];
  /** What could not be made sure of within the budget, in sentences; left out where nothing. */
  readonly unsure?: readonly string[];
}

/** What a repair changes of the programme that it was to keep, and how far it is proven that none changes less. */
export interface Repair {
  readonly disturbed: Disturbed;
  /** No repair that holds as many sessions disturbs less than this. */
  readonly atLeast: Disturbed;
  /** Whether it is proven that none has fewer people to tell of another time, those who had been told first. */
  readonly fewest: 'proven' | 'not proven';
}

/** What a solver answers. The programme is the best found, complete or not, and has been through `src/check`. */
export interface Outcome {
  readonly status: Status;
  readonly programme: Programme;
  readonly cost: Cost;
  /** Proven: no programme costs less. Tiers not worked on are 0. */
  readonly bound: Cost;
  /** Points of the last tier between the programme and the bound; only where the tiers before it are proven. */
  readonly gap?: number;
  readonly seconds: number;
  readonly conflicts: readonly Conflict[];
  /** Where a programme was to be kept. */
  readonly repair?: Repair;
}

/**
 * The best programme so far, told while the search goes on. It has been through `src/check` as the answer will be, and
 * can be kept as it stands; what is left out has no reasons yet.
 */
export interface Progress {
  readonly programme: Programme;
  readonly cost: Cost;
  /** Proven so far: no programme costs less. */
  readonly bound: Cost;
  /** How many tiers, counted from the first, are proven: no programme is better in any of them. 6: in nothing. */
  readonly proven: number;
  readonly seconds: number;
}

/**
 * How much to search. It scales the budget of moves, so that each finds the same again from the same seed: `quick` a
 * fifth of the usual, `thorough` five times as much.
 */
export const efforts = ['quick', 'usual', 'thorough'] as const;
export type Effort = (typeof efforts)[number];

export interface SolveOptions {
  readonly seed: number;
  /** Default `usual`. */
  readonly effort?: Effort;
  /** Seconds; cuts short, never decides what is found otherwise. */
  readonly timeLimit?: number;
  /** Keep as much of this programme as can be. */
  readonly keep?: Programme;
  /** Minutes of the week: what has begun before it stays as it is. */
  readonly from?: number;
  /** Stops the search wherever it is; it answers with the best that it has. */
  readonly signal?: AbortSignal;
  /** Default true. False: the programme alone is wanted, not why something is left out or what stands in the way. */
  readonly explain?: boolean;
  /**
   * Told of better programmes as they are found. Where nothing is to be kept, each costs less than the one told before
   * it or has more proven; the answer never costs more than any of them, and the last one told costs what the answer
   * does, stopped or not. Some are passed over: they are told at most every 50 ms, and less often where
   * telling would take more than about a tenth of the time. Telling changes nothing about what is found.
   */
  readonly progress?: (progress: Progress) => void;
}

export type Solve = (review: Review, options: SolveOptions) => Promise<Outcome>;

/** The most repairs that can be asked for to choose from. */
export const MOST_REPAIRS = 5;

/**
 * Up to `most` repairs of `keep` that really differ in who moves and to which day, the one that disturbs fewest first;
 * that one is what `Solve` answers. Each holds as many of the sessions that must and should be held.
 */
export type FindRepairs = (
  review: Review,
  options: SolveOptions & { readonly keep: Programme },
  most: number,
) => Promise<readonly Outcome[]>;
