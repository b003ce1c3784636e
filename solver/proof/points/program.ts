/** A sum of coefficient × variable. */
export type Sum = readonly (readonly [coefficient: number, variable: number])[];

/** A linear programme as plain data, to pass between threads: variables from 0 up, some of them whole, and rows. */
export interface Program {
  readonly cost: readonly number[];
  readonly most: readonly number[];
  readonly whole: readonly boolean[];
  readonly rows: readonly Row[];
  /** What is paid whatever the variables are. */
  readonly offset: number;
}

/** `least` ≤ the sum ≤ `most`; either may be infinite. */
export interface Row {
  readonly least: number;
  readonly sum: Sum;
  readonly most: number;
}

/** Gathers a programme piece by piece. */
export class ProgramBuilder {
  private readonly cost: number[] = [];
  private readonly most: number[] = [];
  private readonly whole: boolean[] = [];
  private readonly rows: Row[] = [];
  private offset = 0;

  /** A variable from 0 to `most` that costs so much a unit. */
  variable(cost: number, most: number, whole: boolean): number {
    this.cost.push(cost);
    this.most.push(most);
    this.whole.push(whole);
    return this.cost.length - 1;
  }

  row(least: number, sum: Sum, most: number): void {
    this.rows.push({ least, sum: gathered(sum), most });
  }

  pay(points: number): void {
    this.offset += points;
  }

  build(): Program {
    const { cost, most, whole, rows, offset } = this;
    return { cost, most, whole, rows, offset };
  }
}

/** Each variable named once. */
function gathered(sum: Sum): Sum {
  const by = new Map<number, number>();
  for (const [c, v] of sum) by.set(v, (by.get(v) ?? 0) + c);
  return [...by].flatMap(([v, c]): Sum => (c === 0 ? [] : [[c, v]]));
}
