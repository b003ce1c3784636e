import { setFlagsFromString } from 'node:v8';
import * as highsPackage from 'highs';
import type { Program } from '../proof/points/program.ts';

/** What HiGHS says of a programme. */
export interface HighsAnswer {
  /** `best`: `floor` is the least there is; `none`: nothing satisfies it; `cut`: it ran out of its budget. */
  readonly status: 'best' | 'none' | 'cut';
  /** No solution is below this, to a millionth; infinite where there is none. */
  readonly floor: number;
  /** Where it is the best: what the variables are. */
  readonly values?: Float64Array;
}

/** What it may spend; the same budget gives the same answer. `stopped` only cuts short. */
export interface Budget {
  /** Simplex iterations, of the relaxations and of all that is branched into. */
  readonly iterations: number;
  readonly stopped?: () => boolean;
  /** Of no interest: whether it can be less than this is all that is asked. */
  readonly below?: number;
}

// The package's types are of its CommonJS form: an ES import gives the loader itself.
const loadHighs = highsPackage.default as unknown as typeof highsPackage.default.default;
type Highs = Awaited<ReturnType<typeof loadHighs>>;
let loading: Promise<Highs> | undefined;

/**
 * Whether V8 may compile WebAssembly anew, in full, while it runs. For HiGHS that takes some 40 MB, and as much time as
 * it saves. A function is compiled when it is first called, so that each run has to say so; and only then, for the word
 * goes to the whole process, and clasp is compiled in full as ever.
 */
function compileInFull(may: boolean): void {
  // Of a module that is not watched for what is called often, the first would otherwise compile everything in full.
  for (const flag of ['wasm-tier-up', 'wasm-dynamic-tiering'])
    setFlagsFromString(`--${may ? '' : 'no-'}${flag}`);
}

/** What rounding in an engine of floating point may be wrong by; a floor is lowered by it. */
const SLIP = 1e-6;

/**
 * The least of a programme by HiGHS (Huangfu & Hall 2018), as compiled for the web: one thread, in the caller's. It is
 * told to stop through `stopped`, which it asks from time to time.
 */
export async function leastByHighs(program: Program, budget: Budget): Promise<HighsAnswer> {
  compileInFull(false);
  try {
    loading ??= loadHighs();
    return leastOf(await loading, program, budget);
  } finally {
    compileInFull(true);
  }
}

function leastOf(highs: Highs, program: Program, budget: Budget): HighsAnswer {
  // Without its whole variables first: that alone is a floor, and soon there.
  const relaxed = run(highs, program, false, budget);
  if (relaxed.status !== 'best' || !program.whole.includes(true)) return relaxed;
  if (budget.below !== undefined && relaxed.floor >= budget.below - 1e-3) return relaxed;
  const whole = run(highs, program, true, budget);
  return { ...whole, floor: Math.max(relaxed.floor, whole.floor) };
}

function run(highs: Highs, program: Program, whole: boolean, budget: Budget): HighsAnswer {
  return highs.withModel(dataOf(highs, program, whole), (model): HighsAnswer => {
    model.options.set({
      output_flag: false,
      random_seed: 1,
      mip_rel_gap: 0,
      mip_abs_gap: 1e-4,
      simplex_iteration_limit: budget.iterations,
      // Programmes are for the search to find.
      mip_heuristic_effort: 0,
    });
    const { callbackType, modelStatus } = highs.constants;
    let floor = Number.NEGATIVE_INFINITY;
    const stopped = (): boolean => budget.stopped?.() === true;
    model.run({
      [callbackType.simplexInterrupt]({ interrupt }) {
        if (stopped()) interrupt();
      },
      [callbackType.mipInterrupt]({ data, interrupt }) {
        floor = Math.max(floor, data.mip_dual_bound ?? floor);
        const spent = Number(data.mip_total_lp_iterations ?? 0) > budget.iterations;
        const enough = budget.below !== undefined && floor >= budget.below - 1e-3;
        if (stopped() || spent || enough) interrupt();
      },
    });
    const status = model.getModelStatus();
    if (status === modelStatus.infeasible) return { status: 'none', floor: Number.POSITIVE_INFINITY };
    if (status === modelStatus.optimal) {
      const least = whole ? model.info.get('mip_dual_bound') : model.getObjectiveValue();
      return { status: 'best', floor: Number(least) - SLIP, values: model.getSolution().colValue };
    }
    return { status: 'cut', floor: floor - SLIP };
  });
}

function dataOf(highs: Highs, { cost, most, whole, rows, offset }: Program, keepWhole: boolean) {
  const limit = (n: number): number =>
    n === Number.POSITIVE_INFINITY ? highs.infinity : n === Number.NEGATIVE_INFINITY ? -highs.infinity : n;
  const starts = new Int32Array(rows.length + 1);
  const indices: number[] = [];
  const values: number[] = [];
  rows.forEach(({ sum }, r) => {
    for (const [coefficient, variable] of sum) {
      indices.push(variable);
      values.push(coefficient);
    }
    starts[r + 1] = indices.length;
  });
  const { integer, continuous } = highs.constants.variableType;
  return {
    numCols: cost.length,
    numRows: rows.length,
    sense: highs.constants.objectiveSense.minimize,
    offset,
    colCost: Float64Array.from(cost),
    colLower: new Float64Array(cost.length),
    colUpper: Float64Array.from(most, limit),
    rowLower: Float64Array.from(rows, (r) => limit(r.least)),
    rowUpper: Float64Array.from(rows, (r) => limit(r.most)),
    matrix: {
      format: 'csr' as const,
      numRows: rows.length,
      numCols: cost.length,
      starts,
      indices: Int32Array.from(indices),
      values: Float64Array.from(values),
    },
    integrality: Int32Array.from(whole, (w) => (w && keepWhole ? integer : continuous)),
  };
}
