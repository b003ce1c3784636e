import type { Outcome } from '../../src/programme/outcome.ts';
import { type Cost, compareCosts } from '../../src/programme/programme.ts';
import type { Review } from '../../src/review/review.ts';
import { compile } from '../model/compile.ts';
import { leftOutWeights, relax } from './relaxation.ts';
import { toOpb } from './write.ts';

/** The fewest musts, shoulds and coulds that any programme leaves out, as proven. */
export interface LeftOut {
  readonly must: number;
  readonly should: number;
  readonly could: number;
}

/** The question to a proof engine: an OPB text whose least objective `readLeftOut` reads. */
export const leftOutQuestion = (review: Review): string => toOpb(relax(compile(review).model).model);

/** The counts in an objective value of the relaxation. */
export function readLeftOut(least: number): LeftOut {
  const must = Math.floor(least / leftOutWeights.must);
  const rest = least - must * leftOutWeights.must;
  const should = Math.floor(rest / leftOutWeights.should);
  return { must, should, could: rest - should * leftOutWeights.should };
}

/**
 * An outcome with what was proven of it: the bound raised to the fewest left out, and the status that this allows.
 * Prices are only bounded where all that has somewhere to go is placed, so they fall away where more must stay out.
 */
export function withProof(outcome: Outcome, proven: LeftOut): Outcome {
  const { bound, cost } = outcome;
  const fewer = proven.must > bound[0] || proven.should > bound[1];
  const raised: Cost = [
    Math.max(bound[0], proven.must),
    proven.must > bound[0] ? proven.should : Math.max(bound[1], proven.should),
    fewer ? 0 : bound[2],
    fewer ? 0 : bound[3],
    fewer ? proven.could : Math.max(bound[4], proven.could),
    fewer || proven.could > bound[4] ? 0 : bound[5],
  ];
  const tight = cost.slice(0, 5).every((c, tier) => c <= raised[tier]! + 1e-9);
  const { gap: _, ...rest } = outcome;
  return {
    ...rest,
    bound: raised,
    status:
      proven.must > 0
        ? 'impossible'
        : outcome.status === 'feasible' && compareCosts(cost, raised) <= 0
          ? 'optimal'
          : outcome.status,
    programme: { ...outcome.programme, bound: raised },
    ...(tight && { gap: Math.max(0, Math.round((cost[5] - raised[5]) * 1000) / 1000) }),
  };
}
