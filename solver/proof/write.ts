import type { LinearModel } from './linear.ts';

type Terms = readonly (readonly [number, number])[];

/** The model as OPB, the text format of the pseudo-Boolean competitions (www.cril.univ-artois.fr/PB24). */
export function toOpb(model: LinearModel): string {
  const sum = (terms: Terms) => terms.map(([c, v]) => `${c >= 0 ? '+' : ''}${c} x${v + 1}`).join(' ');
  const lines = [
    `* #variable= ${model.variables.length} #constraint= ${model.conditions.length}`,
    `* ${model.title}`,
    ...model.variables.map((name, v) => `* x${v + 1} = ${name}`),
  ];
  if (model.objective.length > 0) lines.push(`min: ${sum(model.objective)} ;`);
  for (const { terms, sense, rhs } of model.conditions) {
    // OPB knows = and >= only.
    if (sense === '<=') lines.push(`${sum(terms.map(([c, v]) => [-c, v] as const))} >= ${-rhs} ;`);
    else lines.push(`${sum(terms)} ${sense} ${rhs} ;`);
  }
  return `${lines.join('\n')}\n`;
}

/** The model as CPLEX LP text, which HiGHS, SCIP, CBC, Gurobi and CPLEX read. */
export function toLp(model: LinearModel): string {
  const sum = (terms: Terms) =>
    terms.length === 0
      ? '0 x1'
      : terms.map(([c, v]) => `${c < 0 ? '-' : '+'} ${Math.abs(c)} x${v + 1}`).join(' ');
  const wrapped = (text: string) => text.replace(/(.{1,180})( |$)/g, '$1\n   ').trimEnd();
  const lines = [
    `\\ ${model.title}`,
    ...model.variables.map((name, v) => `\\ x${v + 1} = ${name}`),
    'Minimize',
    ` obj: ${wrapped(sum(model.objective))}`,
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
