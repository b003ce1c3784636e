import type { Review } from '../review/review.ts';
import type { Conflict } from './outcome.ts';
import type { Programme, Unplaced } from './programme.ts';

/** Why a review has no complete programme, and what would mend it. */
export interface Explanation {
  /** Independent of each other as far as there are such; each proven and each mend tried, or it says what could not be. */
  readonly conflicts: readonly Conflict[];
  /** Must sessions that are not in the programme, and for which no conflict was found. */
  readonly unexplained: readonly string[];
  /** All that is not in the programme, and why. */
  readonly unplaced: readonly Unplaced[];
  /** A programme that holds every must session was found with the first mend under each conflict made. */
  readonly mendedTogether: boolean;
  readonly seconds: number;
}

export interface ExplainOptions {
  /** The programme that locks take their values from. */
  readonly keep?: Programme;
  /** Stops it within 0.3 s: what was found out so far is the answer. */
  readonly signal?: AbortSignal;
}

/** Explains why the best programme that was found of a review leaves out what must be held. */
export type Explain = (review: Review, best: Programme, options?: ExplainOptions) => Promise<Explanation>;
