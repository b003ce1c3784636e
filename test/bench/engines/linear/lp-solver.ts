import * as lpPackage from 'javascript-lp-solver';
import type { LinearModel } from '../../../../solver/proof/linear.ts';
import type { LinearSolver } from './solver.ts';

// The package's types are of its CommonJS form, and miss what an ES import gives.
const lpSolver = lpPackage.default as unknown as {
  Solve(model: LpModel): Readonly<Record<string, unknown>>;
};

const bound = { '<=': 'max', '>=': 'min', '=': 'equal' } as const;

/** The package's own shape: constraints by name, and for each variable what it adds to each. */
function asItsModel({ variables, conditions, objective }: LinearModel, timeout: number): LpModel {
  const of = variables.map((): Record<string, number> => ({}));
  for (const [coefficient, v] of objective) of[v]!.cost = coefficient;
  const constraints: Record<string, { max?: number; min?: number; equal?: number }> = {};
  conditions.forEach(({ terms, sense, rhs }, n) => {
    constraints[`c${n}`] = { [bound[sense]]: rhs };
    for (const [coefficient, v] of terms) of[v]![`c${n}`] = (of[v]![`c${n}`] ?? 0) + coefficient;
  });
  return {
    optimize: 'cost',
    opType: 'min',
    constraints,
    variables: Object.fromEntries(of.map((terms, v) => [`x${v}`, terms])),
    binaries: Object.fromEntries(of.map((_, v) => [`x${v}`, 1 as const])),
    timeout,
  };
}

interface LpModel {
  readonly optimize: string;
  readonly opType: 'min';
  readonly constraints: Record<string, { max?: number; min?: number; equal?: number }>;
  readonly variables: Record<string, Record<string, number>>;
  readonly binaries: Record<string, 1>;
  readonly timeout: number;
}

/**
 * javascript-lp-solver. On a time-out it may say `feasible` of an answer with fractions, so an answer counts only where
 * every variable is 0 or 1 and every condition holds. It blocks its thread, and may overstay its own time-out.
 */
export const lpLinear: LinearSolver = {
  name: 'javascript-lp-solver',
  async solve(model, milliseconds, found) {
    const began = performance.now();
    const answer = lpSolver.Solve(asItsModel(model, milliseconds));
    if (answer.feasible !== true) return performance.now() - began < milliseconds ? 'impossible' : 'cut';
    const value = model.variables.map((_, v) => Number(answer[`x${v}`] ?? 0));
    const whole = value.every((x) => Math.min(Math.abs(x), Math.abs(x - 1)) < 1e-6);
    if (!whole) return 'cut';
    const yes = new Set(value.flatMap((x, v) => (x > 0.5 ? [v] : [])));
    if (!holds(model, yes)) return 'cut';
    found(yes);
    return performance.now() - began < milliseconds ? 'proven' : 'cut';
  },
};

const holds = ({ conditions }: LinearModel, yes: ReadonlySet<number>): boolean =>
  conditions.every(({ terms, sense, rhs }) => {
    const sum = terms.reduce((s, [c, v]) => s + (yes.has(v) ? c : 0), 0);
    return sense === '<=' ? sum <= rhs : sense === '>=' ? sum >= rhs : sum === rhs;
  });
