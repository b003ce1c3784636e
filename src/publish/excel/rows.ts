import { columnsOf } from '../paper/columns-of.ts';
import type { Cell, Line, Paper, Sheet, Table } from '../paper/paper.ts';
import { xmlText } from '../xml-text.ts';

/** A cell of a workbook; null where one from above or from the left reaches. */
export interface XCell {
  readonly text: string;
  readonly strong: boolean;
  readonly tint: boolean;
  readonly framed: boolean;
  readonly rows: number;
  readonly columns: number;
  /** Points. */
  readonly size: number;
}

export interface XRow {
  readonly cells: readonly (XCell | null)[];
  /** Points that it is tall. */
  readonly height: number;
}

/** Excel’s own limit of a cell. */
const longest = 32_000;
const plain = { strong: false, tint: false, framed: false, rows: 1, columns: 1 } as const;

/** Points: most text, and the names of council, sheet and table; a sign is read from further away. */
const sizes = { text: 10, council: 13, title: 14, caption: 11.5, sign: 24 } as const;
/** From twenty points on, a sheet is a sign. */
export const isSign = ({ text }: Sheet): boolean => text.largest >= 20;
/** Of a column’s width in characters, so much smaller are they. */
const scale = (size: number): number => sizes.text / size;
const tall = (lines: number, size: number): number => lines * size * 1.28 + 3;

const textOf = (lines: readonly Line[]): string =>
  xmlText(lines.map(({ text, end }) => (end === undefined ? text : `${text}  (${end})`)).join('\n')).slice(
    0,
    longest,
  );

/** Lines that a text takes in so many characters. */
const linesIn = (text: string, width: number): number =>
  text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil((line.length * 0.98) / width)), 0);

/** A text across the whole sheet. */
function across(text: string, widths: readonly number[], size: number, strong: boolean): XRow {
  const room = widths.reduce((a, b) => a + b, 0) * scale(size);
  const cells = widths.map((_, i) =>
    i === 0
      ? { ...plain, text: xmlText(text).slice(0, longest), strong, columns: widths.length, size }
      : null,
  );
  return { cells, height: tall(linesIn(text, room), size) };
}

const nothing: XRow = { cells: [], height: tall(1, sizes.text) };

const framed = (cell: Cell, size: number): XCell => ({
  text: textOf(cell.lines),
  strong: false,
  tint: cell.look === 'quiet',
  framed: true,
  rows: cell.rows,
  columns: cell.columns,
  size,
});

function tableRows(table: Table, widths: readonly number[], size: number): readonly XRow[] {
  const width = table.columns.length + 1;
  // A table with fewer columns than another of the sheet is as wide: its last column takes what is left.
  const more = widths.length - width;
  const reach = (at: number, cell: XCell): XCell =>
    more > 0 && at + cell.columns === width ? { ...cell, columns: cell.columns + more } : cell;
  const heading = (text: string): XCell => ({
    ...plain,
    text: xmlText(text),
    strong: true,
    tint: true,
    framed: true,
    size,
  });
  const columns = columnsOf(table);
  const headed = table.headWidth > 0;
  // Where nothing else is, something reaches from above or from the left.
  const rows = table.rows.map((row, r) => {
    const mine: (XCell | null)[] = Array.from({ length: widths.length }, () => null);
    const strong = row.head.some((l) => l.weight === 'strong');
    mine[0] = { ...plain, text: textOf(row.head), strong, framed: headed, size };
    row.cells.forEach((cell, n) => {
      const at = columns[r]![n]! + 1;
      mine[at] = reach(at, framed(cell, size));
    });
    return mine;
  });
  const wide = (at: number, columns: number) =>
    (widths.slice(at, at + columns).reduce((a, b) => a + b, 0) || 1) * scale(size);
  const lines = rows.map((cells) =>
    Math.max(1, ...cells.map((c, i) => (c && c.rows === 1 ? linesIn(c.text, wide(i, c.columns)) : 1))),
  );
  // What reaches over several rows and needs more than they have makes the last of them taller.
  rows.forEach((cells, r) => {
    cells.forEach((c, i) => {
      if (!c || c.rows === 1) return;
      const has = lines.slice(r, r + c.rows).reduce((a, b) => a + b, 0);
      const last = Math.min(lines.length, r + c.rows) - 1;
      lines[last]! += Math.max(0, linesIn(c.text, wide(i, c.columns)) - has);
    });
  });
  const headings: (XCell | null)[] = Array.from({ length: widths.length }, () => null);
  headings[0] = { ...heading(table.corner), framed: headed, tint: headed };
  table.columns.forEach((column, n) => {
    headings[n + 1] = reach(n + 1, heading(column.heading));
  });
  const headingLines = Math.max(
    ...headings.map((c, i) => (c && c.text !== '' ? linesIn(c.text, wide(i, c.columns)) : 1)),
  );
  return [
    ...(table.caption === '' ? [] : [across(table.caption, widths, Math.max(sizes.caption, size), true)]),
    ...(table.list ? [] : [{ cells: headings, height: tall(headingLines, size) }]),
    ...rows.map((cells, r) => ({ cells, height: tall(lines[r]!, size) })),
    nothing,
  ];
}

/** A sheet of a paper in the rows of a workbook: whose, which version, title, tables, notes. */
export function rowsOf({ header }: Paper, sheet: Sheet, widths: readonly number[]): readonly XRow[] {
  const sign = isSign(sheet);
  const size = sign ? sizes.sign : sizes.text;
  const text = (words: string, points: number, strong = false) =>
    words === '' ? [] : [across(words, widths, points, strong)];
  return [
    ...text(header.council, sizes.council, true),
    ...text(`Children’s safeguarding peer review: ${header.subject}`, sizes.text),
    ...text(`${header.draft ? 'Draft. ' : ''}${header.version}`, sizes.text, header.draft),
    ...text(header.week, sizes.text),
    nothing,
    ...text(sheet.title, sign ? sizes.sign * 1.4 : sizes.title, true),
    ...text(sheet.lead, sign ? sizes.title : sizes.text),
    ...sheet.before.flatMap((words) => text(words, sizes.text)),
    ...sheet.tables.flatMap((table) => tableRows(table, widths, size)),
    ...sheet.notes.flatMap((words) => text(words, sign ? sizes.title : sizes.text)),
    ...sheet.foot.flatMap(({ strong, text: words }) => text(`${strong} ${words}`, sizes.text)),
  ];
}
