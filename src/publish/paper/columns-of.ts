import type { Table } from './paper.ts';

/**
 * The column (from 0, what heads the rows not counted) in which each cell of each row begins: cells that reach down
 * from rows above leave the next rows fewer columns to fill, as in HTML.
 */
export function columnsOf(table: Pick<Table, 'rows' | 'columns'>): readonly (readonly number[])[] {
  /** Rows that are still taken in each column. */
  const taken: number[] = table.columns.map(() => 0);
  return table.rows.map((row) => {
    let at = 0;
    const columns = row.cells.map((cell) => {
      while (at < taken.length - 1 && taken[at]! > 0) at++;
      const column = at;
      for (let i = 0; i < cell.columns && at < taken.length; i++) taken[at++] = cell.rows;
      return column;
    });
    for (let i = 0; i < taken.length; i++) taken[i] = Math.max(0, taken[i]! - 1);
    return columns;
  });
}
