import type { Outcome } from '../../src/programme/outcome.ts';
import { type Cost, compareCosts } from '../../src/programme/programme.ts';

/**
 * The higher of two floors under the cost of any programme, compared in order. What a floor says of a tier holds of
 * programmes that cost in the tiers before what it says there: so where one floor is lower in a tier, it says nothing of
 * the tiers after, and of what neither says anything the floor is 0. `proven` may be of the first tiers only.
 */
export function raised(floor: Cost, proven: readonly number[]): Cost {
  const both = [floor as readonly number[], proven];
  let speak = both;
  return floor.map((_, tier) => {
    const said = speak.map((one) => one[tier] ?? 0);
    const least = Math.max(0, ...said);
    speak = speak.filter((one, n) => said[n] === least && tier + 1 < one.length);
    return least;
  }) as unknown as Cost;
}

/** An outcome with what was proven of it: its bound raised, and the status and gap that this allows. */
export function withProof(outcome: Outcome, proven: readonly number[]): Outcome {
  const { cost } = outcome;
  const bound = raised(outcome.bound, proven);
  const tight = cost.slice(0, 5).every((c, tier) => c <= bound[tier]! + 1e-9);
  const { gap: _, ...rest } = outcome;
  return {
    ...rest,
    bound,
    status:
      bound[0] > 0
        ? 'impossible'
        : outcome.status === 'feasible' && compareCosts(cost, bound) <= 0
          ? 'optimal'
          : outcome.status,
    programme: { ...outcome.programme, bound },
    ...(tight && { gap: Math.max(0, Math.round((cost[5] - bound[5]) * 1000) / 1000) }),
  };
}
