import type { Model } from '../../../solver/model/model.ts';
import { jointModel } from '../../../solver/proof/joint/joint.ts';
import type { LinearEnd, LinearSolver } from './linear/solver.ts';
import type { Rival } from './rival.ts';

/**
 * The whole model at once (times, places, pairs and every want that the joint model knows), tier after tier: each is
 * made as small as it gets with those before it held, so that no engine has to weigh a million points against one.
 */
export const jointly = (name: string, solver: LinearSolver): Rival => ({
  name,
  how: 'the whole model at once, tier after tier',
  ...(solver.load && { load: solver.load }),
  async solve(model: Model, milliseconds, better) {
    const began = performance.now();
    const joint = jointModel(model);
    const conditions = [...joint.model.conditions];
    let last: ReadonlySet<number> | undefined;
    for (const [tier, terms] of joint.tiers.entries()) {
      const left = milliseconds - (performance.now() - began);
      if (left <= 0) return `its time was up before tier ${tier + 1}`;
      const end: LinearEnd = await solver.solve(
        { ...joint.model, conditions, objective: terms },
        left,
        (yes) => {
          last = yes;
          better(joint.planOf((v) => yes.has(v)));
        },
        last,
      );
      if (end !== 'proven') return `${end} in tier ${tier + 1}`;
      const least = terms.reduce((sum, [c, v]) => sum + (last?.has(v) ? c : 0), 0);
      conditions.push({ name: `tier_${tier + 1}`, terms, sense: '<=', rhs: least });
    }
    return 'proven';
  },
});
