import type { Condition, LinearModel } from '../../../../solver/proof/linear.ts';

/** A model in which some variables are settled, without them. */
export interface Held {
  readonly model: LinearModel;
  /** An answer of it as one of the whole model. */
  readonly back: (yes: ReadonlySet<number>) => ReadonlySet<number>;
}

/** Settles variables as yes or no and works them out of the model. Undefined where a condition can't be kept then. */
export function hold(
  { title, variables, conditions, objective }: LinearModel,
  settled: ReadonlyMap<number, boolean>,
): Held | undefined {
  const number = new Map<number, number>();
  variables.forEach((_, v) => {
    if (!settled.has(v)) number.set(v, number.size);
  });
  const left: Condition[] = [];
  for (const { name, terms, sense, rhs } of conditions) {
    const open: [number, number][] = [];
    let rest = rhs;
    for (const [c, v] of terms) {
      const n = number.get(v);
      if (n !== undefined) open.push([c, n]);
      else if (settled.get(v)) rest -= c;
    }
    if (open.length > 0) left.push({ name, terms: open, sense, rhs: rest });
    else if (sense === '<=' ? rest < 0 : sense === '>=' ? rest > 0 : rest !== 0) return undefined;
  }
  const names = variables.filter((_, v) => number.has(v));
  const whole = [...number.keys()];
  const yes = [...settled].flatMap(([v, is]) => (is ? [v] : []));
  return {
    model: {
      title,
      variables: names,
      conditions: left,
      objective: objective.flatMap(([c, v]): (readonly [number, number])[] => {
        const n = number.get(v);
        return n === undefined ? [] : [[c, n]];
      }),
    },
    back: (found) => new Set([...yes, ...[...found].map((n) => whole[n]!)]),
  };
}
