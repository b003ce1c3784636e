import type { Model } from '../../../solver/model/model.ts';
import type { LinearSolver } from './linear/solver.ts';
import type { Answer, Rival } from './rival.ts';
import { timesOf } from './times.ts';

/** Times first, of all the week at once; rooms and pairs then where they are cheapest. */
export const timesFirst = (name: string, solver: LinearSolver): Rival => ({
  name,
  how: 'times of the whole week first; rooms and pairs then, one session after another, where they are cheapest',
  ...(solver.load && { load: solver.load }),
  async solve(model: Model, milliseconds, better) {
    const times = timesOf(model);
    return solver.solve(times.model, milliseconds, (yes) => {
      better(
        times.at.map((of) => {
          const slot = [...of].find(([, v]) => yes.has(v))?.[0];
          return slot === undefined ? undefined : { slot };
        }) satisfies Answer,
      );
    });
  },
});
