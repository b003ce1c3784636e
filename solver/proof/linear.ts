/** One linear condition on yes-or-no variables: the sum of coefficient × variable is at most, at least or just `rhs`. */
export interface Condition {
  readonly name: string;
  readonly terms: readonly (readonly [coefficient: number, variable: number])[];
  readonly sense: '<=' | '>=' | '=';
  readonly rhs: number;
}

/** A model that no engine owns: yes-or-no variables, whole coefficients, a sum to make least. */
export interface LinearModel {
  readonly title: string;
  readonly variables: readonly string[];
  readonly conditions: readonly Condition[];
  readonly objective: readonly (readonly [coefficient: number, variable: number])[];
}

/** Gathers a model piece by piece. */
export class LinearBuilder {
  readonly variables: string[] = [];
  readonly conditions: Condition[] = [];
  readonly objective: [number, number][] = [];

  variable(name: string): number {
    this.variables.push(name);
    return this.variables.length - 1;
  }

  add(name: string, terms: Condition['terms'], sense: Condition['sense'], rhs: number): void {
    this.conditions.push({ name, terms, sense, rhs });
  }

  build(title: string): LinearModel {
    return { title, variables: this.variables, conditions: this.conditions, objective: this.objective };
  }
}
