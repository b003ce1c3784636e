import type { Review } from '../../src/review/review.ts';
import { compile } from '../model/compile.ts';
import { pointsProgram } from '../proof/points/floor.ts';
import type { Given } from '../proof/points/groups.ts';
import { leastByHighs } from './highs.ts';

/** What a floor under the points is asked for: programmes that cost this in the tiers before. */
export interface PointsOrder {
  readonly given: Given;
  /** The points of the best that is known: no floor is of use beyond. */
  readonly below: number;
}

/** What the floor may cost, in simplex iterations for each session: what decides how high it gets. */
const ITERATIONS = 100;

/** The highest floor under the points that the budget gets to; in the caller's thread. Infinite where there is no such programme. */
export async function pointsFloor(
  review: Review,
  { given, below }: PointsOrder,
  stopped: () => boolean,
): Promise<number> {
  const { model } = compile(review);
  const iterations = ITERATIONS * model.items.length;
  const { floor } = await leastByHighs(pointsProgram(model, given), { iterations, below, stopped });
  return floor;
}
