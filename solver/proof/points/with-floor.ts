import type { Outcome } from '../../../src/programme/outcome.ts';
import { type Cost, compareCosts } from '../../../src/programme/programme.ts';
import type { Given } from './groups.ts';

/** The tiers before the points, as an outcome has them. */
export const givenBy = ({ cost }: Pick<Outcome, 'cost'>): Given => [
  cost[0],
  cost[1],
  cost[2],
  cost[3],
  cost[4],
];

/**
 * A floor as it is stated: costs are told to the thousandth of a point, and so is this; never above the cost, for there
 * is a programme that has it.
 */
export const stated = (floor: number, points: number): number =>
  Math.min(points, Math.round(Math.max(0, floor) * 1000) / 1000);

/**
 * An outcome with a floor under its points. The floor is for programmes that cost the same in the tiers before, so it
 * counts for the bound only where those are proven, and the outcome stays as it is where they are not.
 */
export function withFloor(outcome: Outcome, floor: number): Outcome {
  const { cost, bound } = outcome;
  if (givenBy(outcome).some((c, tier) => c > bound[tier]! + 1e-9)) return outcome;
  const least = Math.max(bound[5], stated(floor, cost[5]));
  const raised: Cost = [bound[0], bound[1], bound[2], bound[3], bound[4], least];
  return {
    ...outcome,
    bound: raised,
    gap: Math.round((cost[5] - least) * 1000) / 1000,
    status: outcome.status === 'feasible' && compareCosts(cost, raised) <= 0 ? 'optimal' : outcome.status,
    programme: { ...outcome.programme, bound: raised },
  };
}
