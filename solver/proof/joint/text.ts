import type { Review } from '../../../src/review/review.ts';
import { compile } from '../../model/compile.ts';
import { toLp, toOpb } from '../write.ts';
import { inOneSum, jointModel } from './joint.ts';

/**
 * A review as the text of one model for outside engines, its six tiers in one sum. What the model forgets, and so is too
 * kind by, stands in its comments.
 */
export function modelText(review: Review, format: 'opb' | 'lp'): string {
  const joint = jointModel(compile(review).model);
  const notes = [
    'Forgotten, so that its least cost is a floor under every programme: ' +
      (joint.leftOut.length > 0 ? joint.leftOut.join(', ') : 'nothing'),
  ];
  const beside = { notes, objective: inOneSum(joint) };
  return format === 'opb' ? toOpb(joint.model, beside) : toLp(joint.model, beside);
}
