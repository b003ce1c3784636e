import type { Review } from '../../../src/review/review.ts';
import { compile } from '../../model/compile.ts';
import { toLp, toOpb } from '../write.ts';
import { type JointModel, jointModel } from './joint.ts';

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
  const beside = { notes, objective: inOrder(joint) };
  return format === 'opb' ? toOpb(joint.model, beside) : toLp(joint.model, beside);
}

/**
 * The tiers in one sum, each worth more than all that those below it can come to. Of a large week that is more than the
 * whole numbers of a floating-point engine hold: `inOneSum` is for those where it is not.
 */
function inOrder({ tiers }: JointModel): readonly (readonly [bigint, number])[] {
  const weights = new Map<number, bigint>();
  let worth = 1n;
  for (const tier of [...tiers].reverse()) {
    let most = 0n;
    for (const [c, v] of tier) {
      weights.set(v, (weights.get(v) ?? 0n) + BigInt(c) * worth);
      most += BigInt(c);
    }
    worth *= most + 1n;
  }
  return [...weights].map(([v, weight]) => [weight, v]);
}
