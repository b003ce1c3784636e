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
