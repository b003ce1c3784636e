import clingo from 'clingo-wasm';
import { toOpb } from '../../../../solver/proof/write.ts';
import type { LinearSolver } from './solver.ts';

/** The variables that a model of clasp's says yes to: of OPB it gives their numbers, from 1, negative for no. */
const yesIn = (value: readonly (string | number)[] | undefined): ReadonlySet<number> =>
  new Set((value ?? []).map(Number).flatMap((v) => (v > 0 ? [v - 1] : [])));

/**
 * clasp on OPB text, by way of clingo-wasm. Which way of optimising is best depends on the model, so it is told by whom
 * asks: `bb` betters one answer after another, `usc` raises the bound and has its answer last.
 */
export const clasp = (...options: readonly string[]): LinearSolver => ({
  name: 'clasp (clingo-wasm)',
  load: () => clingo.init(),
  async solve(model, milliseconds, found) {
    const cut = setTimeout(() => void clingo.restart(), milliseconds);
    const answer = await clingo.run(toOpb(model), 0, ['--mode=clasp', ...options], (witness) =>
      found(yesIn(witness.Value)),
    );
    clearTimeout(cut);
    if (answer.Result === 'OPTIMUM FOUND') return 'proven';
    if (answer.Result === 'UNSATISFIABLE') return 'impossible';
    return answer.Result === 'ERROR' && !answer.Error.includes('Aborted') ? 'out of memory' : 'cut';
  },
});
