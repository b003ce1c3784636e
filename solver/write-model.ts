import type { Review } from '../src/review/review.ts';
import { compile } from './model/compile.ts';
import { relax } from './proof/relaxation.ts';
import { toLp, toOpb } from './proof/write.ts';

/**
 * What must stay out of a review's programme, as a model that any outside engine can be the referee of: OPB for
 * pseudo-Boolean engines, CPLEX LP text for linear ones. Comments name each variable.
 */
export function writeModel(review: Review, format: 'opb' | 'lp'): string {
  const { model } = relax(compile(review).model);
  return format === 'opb' ? toOpb(model) : toLp(model);
}
