import { leftOutWeights } from '../../solver/proof/relaxation.ts';

/** The fewest musts, shoulds and coulds that any programme leaves out, as proven. */
interface LeftOut {
  readonly must: number;
  readonly should: number;
  readonly could: number;
}

/** The counts in an objective value of the relaxation. */
export function readLeftOut(least: number): LeftOut {
  const must = Math.floor(least / leftOutWeights.must);
  const rest = least - must * leftOutWeights.must;
  const should = Math.floor(rest / leftOutWeights.should);
  return { must, should, could: rest - should * leftOutWeights.should };
}
