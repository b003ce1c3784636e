/**
 * A small linear programme that grows by columns: the least of a sum of costs where every row adds up to its right-hand
 * side. Revised simplex with the inverse of the basis kept whole: rows are few (a hundred), columns are sparse.
 */
export class GrowingProgramme {
  private readonly rows: number;
  private readonly costs: number[] = [];
  private readonly at: Int32Array[] = [];
  private readonly by: Float64Array[] = [];
  private readonly inverse: Float64Array;
  private readonly basis: Int32Array;
  private readonly inBasis: boolean[] = [];
  private readonly value: Float64Array;
  readonly duals: Float64Array;

  /** `rhs` is not negative; a row that is not made up otherwise costs `dear` a unit. */
  constructor(rhs: readonly number[], dear: readonly number[]) {
    const m = rhs.length;
    this.rows = m;
    this.inverse = new Float64Array(m * m);
    this.basis = new Int32Array(m);
    this.value = new Float64Array(m);
    this.duals = new Float64Array(m);
    for (let r = 0; r < m; r++) {
      this.inverse[r * m + r] = 1;
      // A little off, each by its own measure, so that no two rows reach their end at once.
      this.value[r] = rhs[r]! + 1e-6 * (1 + ((r * 7919) % 101) / 101);
      this.basis[r] = this.add(dear[r]!, [[r, 1]]);
      this.inBasis[this.basis[r]!] = true;
    }
  }

  /** A new column; gives its number. */
  add(cost: number, terms: readonly (readonly [row: number, coefficient: number])[]): number {
    this.costs.push(cost);
    this.at.push(Int32Array.from(terms, ([r]) => r));
    this.by.push(Float64Array.from(terms, ([, c]) => c));
    this.inBasis.push(false);
    return this.costs.length - 1;
  }

  /** The least so far: optimal for the columns that there are, unless `pivots` ran out. */
  solve(pivots: number): number {
    const { rows: m, duals, inverse, basis, value } = this;
    const way = new Float64Array(m);
    for (let pivot = 0; pivot < pivots; pivot++) {
      duals.fill(0);
      for (let r = 0; r < m; r++) {
        const cost = this.costs[basis[r]!]!;
        if (cost === 0) continue;
        for (let c = 0; c < m; c++) duals[c]! += cost * inverse[r * m + c]!;
      }
      let [enter, least] = [-1, -1e-7];
      for (let j = 0; j < this.costs.length; j++) {
        if (this.inBasis[j]) continue;
        const [at, by] = [this.at[j]!, this.by[j]!];
        let reduced = this.costs[j]!;
        for (let k = 0; k < at.length; k++) reduced -= duals[at[k]!]! * by[k]!;
        if (reduced < least) [enter, least] = [j, reduced];
      }
      if (enter < 0) break;
      way.fill(0);
      const [at, by] = [this.at[enter]!, this.by[enter]!];
      for (let k = 0; k < at.length; k++)
        for (let r = 0; r < m; r++) way[r]! += inverse[r * m + at[k]!]! * by[k]!;
      let [leave, step] = [-1, Number.POSITIVE_INFINITY];
      for (let r = 0; r < m; r++) {
        if (way[r]! <= 1e-9) continue;
        const s = value[r]! / way[r]!;
        if (s < step - 1e-12 || (s < step + 1e-12 && way[r]! > way[leave]!)) [leave, step] = [r, s];
      }
      if (leave < 0) break;
      this.exchange(enter, leave, step, way);
    }
    let sum = 0;
    for (let r = 0; r < m; r++) sum += this.costs[basis[r]!]! * value[r]!;
    return sum;
  }

  private exchange(enter: number, leave: number, step: number, way: Float64Array): void {
    const { rows: m, inverse, basis, value } = this;
    const by = way[leave]!;
    for (let c = 0; c < m; c++) inverse[leave * m + c]! /= by;
    for (let r = 0; r < m; r++) {
      if (r === leave || way[r] === 0) continue;
      const f = way[r]!;
      for (let c = 0; c < m; c++) inverse[r * m + c]! -= f * inverse[leave * m + c]!;
      value[r] = Math.max(0, value[r]! - f * step);
    }
    value[leave] = step;
    this.inBasis[basis[leave]!] = false;
    this.inBasis[enter] = true;
    basis[leave] = enter;
  }

  /** How much of a column is in the solution. */
  shareOf(column: number): number {
    if (!this.inBasis[column]) return 0;
    for (let r = 0; r < this.rows; r++) if (this.basis[r] === column) return this.value[r]!;
    return 0;
  }
}
