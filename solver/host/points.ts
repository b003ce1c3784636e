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
  /** By who takes what alone: a search that is to be quick does not wait for half-days. */
  readonly quick?: boolean;
  /** Where to tell of the floor as it rises, in thousandths of a point; whoever asked reads it where time is up. */
  readonly told?: SharedArrayBuffer;
}

/** Where a floor may be told, and read at any moment. */
export const newTold = (): SharedArrayBuffer => new SharedArrayBuffer(4);

/** The floor that was told so far; undefined where there is none. */
export function readTold(told: SharedArrayBuffer): number | undefined {
  const thousandths = Atomics.load(new Int32Array(told), 0);
  return thousandths > 0 ? thousandths / 1000 : undefined;
}

/** What the floor may cost, in simplex iterations for each session: what decides how high it gets. */
const ITERATIONS = 100;
/** Prices that half-days are asked at, and what they said of them that is kept to. */
const STEPS = 60;
/** What half-days may look at for it: a second or two of a large week, after which more tells nothing more. */
const LOOKS = 1_000_000;
const CUTS = 10;

/**
 * The highest floor under the points that the budget gets to; in the caller's thread. Infinite where there is no such
 * programme. First by who takes what; then, as far as that leaves something open, by what each half-day can hold.
 */
export async function pointsFloor(
  review: Review,
  { given, below, quick, told }: PointsOrder,
  stopped: () => boolean,
): Promise<number> {
  const tell = (floor: number): void => {
    if (told && floor > 0 && Number.isFinite(floor))
      Atomics.store(new Int32Array(told), 0, Math.floor(floor * 1000));
  };
  const { model } = compile(review);
  const budget = { iterations: ITERATIONS * model.items.length, below, stopped };
  const { floor } = await leastByHighs(pointsProgram(model, given), budget);
  tell(floor);
  if (quick || floor >= below - 1e-3 || stopped()) return floor;
  const cuts = cutsOf(model, given, countedIn(model), [], { steps: STEPS, looks: LOOKS, late: stopped });
  const known = Math.max(floor, cuts[0]?.least ?? 0);
  tell(known);
  if (stopped()) return known;
  const narrowed = await leastByHighs(pointsProgram(model, given, cuts.slice(0, CUTS)), budget);
  return Math.max(known, narrowed.floor);
}
