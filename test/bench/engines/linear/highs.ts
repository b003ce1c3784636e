import * as highsPackage from 'highs';
import type { LinearModel } from '../../../../solver/proof/linear.ts';
import type { LinearEnd, LinearSolver } from './solver.ts';

// The package's types are of its CommonJS form: an ES import gives the loader itself.
const loadHighs = highsPackage.default as unknown as typeof highsPackage.default.default;
type Highs = Awaited<ReturnType<typeof loadHighs>>;
let loaded: Promise<Highs> | undefined;
const highs = (): Promise<Highs> => {
  loaded ??= loadHighs();
  return loaded;
};

/** The rows of a model, one after another, as HiGHS takes them. */
function asRows({ infinity }: Highs, { variables, conditions, objective }: LinearModel) {
  const n = variables.length;
  const cost = new Float64Array(n);
  for (const [c, v] of objective) cost[v]! += c;
  const starts = [0];
  const indices: number[] = [];
  const values: number[] = [];
  for (const { terms } of conditions) {
    // A variable may stand in a condition once.
    const sums = new Map<number, number>();
    for (const [c, v] of terms) sums.set(v, (sums.get(v) ?? 0) + c);
    indices.push(...sums.keys());
    values.push(...sums.values());
    starts.push(indices.length);
  }
  return {
    numCols: n,
    numRows: conditions.length,
    colCost: cost,
    colLower: new Float64Array(n),
    colUpper: new Float64Array(n).fill(1),
    rowLower: conditions.map(({ sense, rhs }) => (sense === '<=' ? -infinity : rhs)),
    rowUpper: conditions.map(({ sense, rhs }) => (sense === '>=' ? infinity : rhs)),
    matrix: { format: 'csr' as const, numRows: conditions.length, numCols: n, starts, indices, values },
  };
}

/** HiGHS (wasm): branch and cut, in the caller's own thread, which it blocks. */
export const highsLinear: LinearSolver = {
  name: 'HiGHS (wasm)',
  load: async () => void (await highs()),
  async solve(model, milliseconds, found, known) {
    const engine = await highs();
    const { constants } = engine;
    const yesIn = (values: ArrayLike<number>): ReadonlySet<number> =>
      new Set(Array.from(values).flatMap((x, v) => (x > 0.5 ? [v] : [])));
    return engine.withModel((lp): LinearEnd => {
      lp.passModel({
        ...asRows(engine, model),
        integrality: model.variables.map(() => constants.variableType.integer),
      });
      lp.options.set({
        output_flag: false,
        time_limit: milliseconds / 1000,
        mip_rel_gap: 0,
        mip_abs_gap: 0.5,
      });
      if (known) lp.setSolution({ colValue: model.variables.map((_, v) => (known.has(v) ? 1 : 0)) });
      let best: ReadonlySet<number> | undefined;
      lp.run({
        [constants.callbackType.mipImprovingSolution](event) {
          if (!event.data.mip_solution) return;
          best = yesIn(event.data.mip_solution);
          found(best);
        },
      });
      const status = lp.getModelStatus();
      if (status === constants.modelStatus.infeasible) return 'impossible';
      if (status !== constants.modelStatus.optimal) return 'cut';
      // A model that presolving settles has no improving answers on the way.
      if (!best) found(yesIn(lp.getSolution().colValue));
      return 'proven';
    });
  },
};
