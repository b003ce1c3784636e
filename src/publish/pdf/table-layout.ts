import { columnsOf } from '../paper/columns-of.ts';
import type { Cell, Line, Table } from '../paper/paper.ts';
import type { Letters } from './letters.ts';
import { type SetLine, setLines } from './lines.ts';

export const lineHeight = 1.2;
/** Ems: beside and above what is in a cell; a list stands closer. */
export const paddingOf = ({ list }: Pick<Table, 'list'>) => ({ x: 0.5, y: list ? 0.1 : 0.26 });
/** Captions are this much larger than the text of their table. */
export const captionSize = 1.2;

/** A line of a cell as it is set; `end` stands at the far end of the first. */
export interface CellLine {
  readonly line: Line;
  readonly set: readonly SetLine[];
  readonly end?: SetLine;
}

export interface CellBox {
  readonly cell: Cell;
  readonly lines: readonly CellLine[];
  readonly column: number;
  /** Points. */
  readonly x: number;
  readonly width: number;
  readonly need: number;
}

export interface RowBox {
  readonly quiet: boolean;
  readonly head: CellBox;
  readonly cells: readonly CellBox[];
  height: number;
}

/** A table at a size of text, in a width: where everything goes, in points. */
export interface TableBox {
  readonly table: Table;
  readonly points: number;
  readonly width: number;
  readonly captionLines: readonly SetLine[];
  readonly headings: RowBox;
  readonly rows: readonly RowBox[];
  /** Caption and headings included. */
  readonly height: number;
}

export const captionHeight = (box: Pick<TableBox, 'captionLines' | 'points'>): number =>
  box.captionLines.length * box.points * captionSize * lineHeight + (box.captionLines.length > 0 ? 2 : 0);

function setCell(
  letters: Letters,
  cell: Cell,
  points: number,
  place: { column: number; x: number; width: number },
  padding: { readonly x: number; readonly y: number },
) {
  const room = Math.max(1, place.width / points - 2 * padding.x);
  const lines = cell.lines.map((line): CellLine => {
    const strong = line.weight === 'strong';
    const end = line.end === undefined ? undefined : setLines(letters, line.end, true, room / 2)[0];
    const set = setLines(letters, line.text, strong, Math.max(1, room - (end ? end.width + 0.6 : 0)));
    return { line, set, ...(end && { end }) };
  });
  const count = lines.reduce((sum, l) => sum + l.set.length, 0);
  return { cell, lines, ...place, need: (count * lineHeight + 2 * padding.y) * points };
}

const noLook = { rows: 1, columns: 1, look: 'plain' } as const;

/**
 * Lays a table out. `quarter` is the least height of a quarter of an hour, in points. A cell over several rows that
 * needs more than they have makes the last of them taller.
 */
export function layTable(
  letters: Letters,
  table: Table,
  points: number,
  width: number,
  quarter: number,
): TableBox {
  const headWidth = Math.min(table.headWidth * points, width / 2);
  const shares = table.columns.reduce((sum, c) => sum + c.share, 0) || 1;
  const widths = table.columns.map((c) => (c.share / shares) * (width - headWidth));
  const xs = widths.map((_, i) => headWidth + widths.slice(0, i).reduce((a, b) => a + b, 0));
  const headPlace = { column: -1, x: 0, width: headWidth };
  const padding = paddingOf(table);
  const heading = (text: string, place: { column: number; x: number; width: number }) =>
    setCell(letters, { ...noLook, lines: [{ text, weight: 'strong' }] }, points, place, padding);
  const headings: RowBox = {
    quiet: false,
    head: heading(table.corner, headPlace),
    cells: table.columns.map((c, i) => heading(c.heading, { column: i, x: xs[i]!, width: widths[i]! })),
    height: 0,
  };
  if (!table.list) headings.height = Math.max(headings.head.need, ...headings.cells.map((c) => c.need));

  const columns = columnsOf(table);
  const rows = table.rows.map((row, r): RowBox => {
    const cells = row.cells.map((cell, c) => {
      const column = columns[r]![c]!;
      const spanned = widths.slice(column, column + cell.columns).reduce((a, b) => a + b, 0);
      return setCell(letters, cell, points, { column, x: xs[column] ?? headWidth, width: spanned }, padding);
    });
    const head = setCell(letters, { ...noLook, lines: row.head }, points, headPlace, padding);
    return { quiet: row.quiet, head, cells, height: Math.max(head.need, row.quarters * quarter) };
  });
  rows.forEach((row, r) => {
    for (const box of row.cells) {
      const spanned = rows.slice(r, r + box.cell.rows);
      const missing = box.need - spanned.reduce((sum, s) => sum + s.height, 0);
      if (missing > 0) spanned.at(-1)!.height += missing;
    }
  });
  return boxOf(letters, { table, points, width, headings, rows });
}

/** A table as far as it is laid out, with its caption. */
function boxOf(letters: Letters, box: Omit<TableBox, 'captionLines' | 'height'>): TableBox {
  const { table, points, width, headings, rows } = box;
  const captionLines =
    table.caption === '' ? [] : setLines(letters, table.caption, true, width / (points * captionSize));
  const body = rows.reduce((sum, r) => sum + r.height, 0) + headings.height;
  return { ...box, captionLines, height: body + captionHeight({ captionLines, points }) };
}

/** What a table is called where it goes on. */
export const continued = (caption: string): string => (caption === '' ? '' : `${caption} (continued)`);

/** A table in two, the second from a row on. */
export const cutTable = (letters: Letters, box: TableBox, row: number): readonly [TableBox, TableBox] => [
  boxOf(letters, { ...box, rows: box.rows.slice(0, row) }),
  boxOf(letters, {
    ...box,
    table: { ...box.table, caption: continued(box.table.caption) },
    rows: box.rows.slice(row),
  }),
];
