import type { Progress } from '../../programme/outcome.ts';
import type { Cost } from '../../programme/programme.ts';
import { sessionsToPlace } from '../../review/facts.ts';
import type { Review } from '../../review/review.ts';
import type { Job } from '../../store/jobs-port.ts';

/** How far the building of a programme is. */
export interface BuildTold {
  readonly cost: Cost;
  /** Proven: no programme costs less. */
  readonly bound: Cost;
  /** How many tiers, counted from the first, are proven. */
  readonly proven: number;
  /** Sessions that have a place, of those that there are. */
  readonly placed: number;
  readonly of: number;
  readonly seconds: number;
}

export const buildTold = (
  review: Review,
  { cost, bound, proven, seconds, programme }: Progress,
): BuildTold => ({
  cost,
  bound,
  proven,
  placed: programme.placements.length,
  of: sessionsToPlace(review).length,
  seconds,
});

/** What a build has told; undefined while it has told nothing. */
export const toldBy = ({ told }: Job): BuildTold | undefined =>
  told === undefined ? undefined : (JSON.parse(told) as BuildTold);
