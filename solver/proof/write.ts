import type { LinearModel } from './linear.ts';

type Terms = readonly (readonly [coefficient: number | bigint, variable: number])[];

/** What a text says beside its model: lines of comment, and a sum to make least where the model has none of its own. */
export interface Beside {
  readonly notes?: readonly string[];
  readonly objective?: Terms;
}

/** The model as OPB, the text format of the pseudo-Boolean competitions (www.cril.univ-artois.fr/PB24). */
export function toOpb(model: LinearModel, { notes = [], objective = model.objective }: Beside = {}): string {
  const sum = (terms: Terms) => terms.map(([c, v]) => `${c >= 0 ? '+' : ''}${c} x${v + 1}`).join(' ');
  const lines = [
    `* #variable= ${model.variables.length} #constraint= ${model.conditions.length}`,
    `* ${model.title}`,
    ...notes.map((note) => `* ${note}`),
    ...model.variables.map((name, v) => `* x${v + 1} = ${name}`),
  ];
  if (objective.length > 0) lines.push(`min: ${sum(objective)} ;`);
  for (const { terms, sense, rhs } of model.conditions) {
    // OPB knows = and >= only.
    if (sense === '<=') lines.push(`${sum(terms.map(([c, v]) => [-c, v] as const))} >= ${-rhs} ;`);
    else lines.push(`${sum(terms)} ${sense} ${rhs} ;`);
  }
  return `${lines.join('\n')}\n`;
}

/** The model as CPLEX LP text, which HiGHS, SCIP, CBC, Gurobi and CPLEX read. */
export function toLp(model: LinearModel, { notes = [], objective = model.objective }: Beside = {}): string {
  const sum = (terms: Terms) =>
    terms.length === 0
      ? '0 x1'
      : terms.map(([c, v]) => `${c < 0 ? '-' : '+'} ${c < 0 ? -c : c} x${v + 1}`).join(' ');
  const wrapped = (text: string) => text.replace(/(.{1,180})( |$)/g, '$1\n   ').trimEnd();
  const lines = [
    `\\ ${model.title}`,
    ...notes.map((note) => `\\ ${note}`),
    ...model.variables.map((name, v) => `\\ x${v + 1} = ${name}`),
    'Minimize',
    ` obj: ${wrapped(sum(objective))}`,
    'Subject To',
    ...model.conditions.map(
      ({ name, terms, sense, rhs }, n) =>
        ` c${n + 1}_${name.replace(/[^a-z0-9]+/gi, '_')}: ${wrapped(sum(terms))} ${sense} ${rhs}`,
    ),
    'Binary',
    wrapped(` ${model.variables.map((_, v) => `x${v + 1}`).join(' ')}`),
    'End',
  ];
  return `${lines.join('\n')}\n`;
}
