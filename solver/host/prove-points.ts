import type { Outcome, SolveOptions } from '../../src/programme/outcome.ts';
import type { Review } from '../../src/review/review.ts';
import { givenBy, withFloor } from '../proof/points/with-floor.ts';
import { threads } from './in-workers.ts';
import { type PointsOrder, pointsFloor } from './points.ts';

/**
 * The outcome with a floor under its points, worked out in a thread of its own; as it was where the tiers before them
 * are not proven, or where it is stopped before there is one.
 */
export async function withPointsProven(
  review: Review,
  outcome: Outcome,
  { signal, keep }: Pick<SolveOptions, 'signal' | 'keep'>,
): Promise<Outcome> {
  const given = givenBy(outcome);
  if (keep !== undefined || signal?.aborted || given.some((c, tier) => c > outcome.bound[tier]! + 1e-9))
    return outcome;
  const order: PointsOrder = { given, below: outcome.cost[5] };
  const pool = threads();
  const floor = pool
    ? await pool.ask('points', review, () => order, { signal })
    : await pointsFloor(review, order, () => signal?.aborted === true);
  return floor === undefined || !Number.isFinite(floor) ? outcome : withFloor(outcome, floor);
}
