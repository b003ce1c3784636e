import type { Review } from '../review/review.ts';
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
}

export interface SolveOptions {
  readonly seed: number;
  /** Seconds; cuts short, never decides what is found otherwise. */
  readonly timeLimit?: number;
  /** Keep as much of this programme as can be. */
  readonly keep?: Programme;
  /** Minutes of the week: what has begun before it stays as it is. */
  readonly from?: number;
  readonly signal?: AbortSignal;
}

export type Solve = (review: Review, options: SolveOptions) => Promise<Outcome>;
