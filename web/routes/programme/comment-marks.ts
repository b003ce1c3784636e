import type { DayView } from '../../../src/publish/page/day-view.ts';
import { counted } from '../../../src/publish/words.ts';

/** The days of the grid, each session marked with how many comments on it are open. */
export const withComments = (
  grids: readonly DayView[],
  open: ReadonlyMap<string, number>,
): readonly DayView[] =>
  grids.map((grid) => ({
    ...grid,
    rows: grid.rows.map((row) => ({
      ...row,
      cells: row.cells.map((cell) => {
        const n = cell.isSession ? open.get(cell.id) : undefined;
        if (n === undefined) return cell;
        return {
          ...cell,
          marks: [...cell.marks, { kind: 'comment', word: counted(n, 'comment'), more: '' }],
        };
      }),
    })),
  }));
