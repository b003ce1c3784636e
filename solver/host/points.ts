import type { Review } from '../../src/review/review.ts';
import { compile } from '../model/compile.ts';
import { countedIn, pointsProgram } from '../proof/points/floor.ts';
import type { Given } from '../proof/points/groups.ts';
import { cutsOf } from '../proof/points/half-days/climb.ts';
import { leastByHighs } from './highs.ts';

/** What a floor under the points is asked for: programmes that cost this in the tiers before. */
export interface PointsOrder {
  readonly given: Given;
  /** The points of the best that is known: no floor is of use beyond. */
  readonly below: number;
}

/** What the floor may cost, in simplex iterations for each session: what decides how high it gets. */
const ITERATIONS = 100;
/** Prices that half-days are asked at, and what they said of them that is kept to. */
const STEPS = 60;
const CUTS = 10;

/**
 * The highest floor under the points that the budget gets to; in the caller's thread. Infinite where there is no such
 * programme. First by who takes what; then, as far as that leaves something open, by what each half-day can hold.
 */
export async function pointsFloor(
  review: Review,
  { given, below }: PointsOrder,
  stopped: () => boolean,
): Promise<number> {
  const { model } = compile(review);
  const budget = { iterations: ITERATIONS * model.items.length, below, stopped };
  const { floor } = await leastByHighs(pointsProgram(model, given), budget);
  if (floor >= below - 1e-3 || stopped()) return floor;
  const cuts = cutsOf(model, given, countedIn(model), [], { steps: STEPS, late: stopped });
  if (stopped()) return floor;
  const narrowed = await leastByHighs(pointsProgram(model, given, cuts.slice(0, CUTS)), budget);
  return Math.max(floor, cuts[0]?.least ?? 0, narrowed.floor);
}
