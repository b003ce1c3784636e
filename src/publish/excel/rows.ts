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
}

export interface XRow {
  readonly cells: readonly (XCell | null)[];
  /** Lines of text that it is tall. */
  readonly lines: number;
}

/** Excel’s own limit of a cell. */
const longest = 32_000;
const plain = { strong: false, tint: false, framed: false, rows: 1, columns: 1 } as const;

const textOf = (lines: readonly Line[]): string =>
  xmlText(lines.map(({ text, end }) => (end === undefined ? text : `${text}  (${end})`)).join('\n')).slice(
    0,
    longest,
  );

/** Lines that a text takes in so many characters. */
const linesIn = (text: string, width: number): number =>
  text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil((line.length * 1.08) / width)), 0);

/** A text across the whole sheet. */
function across(text: string, widths: readonly number[], strong: boolean): XRow {
  const room = widths.reduce((a, b) => a + b, 0);
  const cells = widths.map((_, i) =>
    i === 0 ? { ...plain, text: xmlText(text).slice(0, longest), strong, columns: widths.length } : null,
  );
  return { cells, lines: linesIn(text, room) };
}

const framed = (cell: Cell): XCell => ({
  text: textOf(cell.lines),
  strong: false,
  tint: cell.look === 'quiet',
  framed: true,
  rows: cell.rows,
  columns: cell.columns,
});

function tableRows(table: Table, widths: readonly number[]): readonly XRow[] {
  const heading = (text: string): XCell => ({
    ...plain,
    text: xmlText(text),
    strong: true,
    tint: true,
    framed: true,
  });
  const columns = columnsOf(table);
  // Where nothing else is, something reaches from above or from the left.
  const rows = table.rows.map((row, r) => {
    const mine: (XCell | null)[] = Array.from({ length: table.columns.length + 1 }, () => null);
    const strong = row.head.some((l) => l.weight === 'strong');
    mine[0] = { ...plain, text: textOf(row.head), strong, framed: table.headWidth > 0 };
    row.cells.forEach((cell, n) => {
      mine[columns[r]![n]! + 1] = framed(cell);
    });
    return mine;
  });
  const wide = (at: number, columns: number) =>
    widths.slice(at, at + columns).reduce((a, b) => a + b, 0) || 1;
  const tall = rows.map((cells) =>
    Math.max(1, ...cells.map((c, i) => (c && c.rows === 1 ? linesIn(c.text, wide(i, c.columns)) : 1))),
  );
  // What reaches over several rows and needs more than they have makes the last of them taller.
  rows.forEach((cells, r) => {
    cells.forEach((c, i) => {
      if (!c || c.rows === 1) return;
      const has = tall.slice(r, r + c.rows).reduce((a, b) => a + b, 0);
      const last = Math.min(tall.length, r + c.rows) - 1;
      tall[last]! += Math.max(0, linesIn(c.text, wide(i, c.columns)) - has);
    });
  });
  const headings = [
    { ...heading(table.corner), framed: table.headWidth > 0, tint: table.headWidth > 0 },
    ...table.columns.map((c) => heading(c.heading)),
  ];
  return [
    ...(table.caption === '' ? [] : [across(table.caption, widths, true)]),
    ...(table.list ? [] : [{ cells: headings, lines: 1 }]),
    ...rows.map((cells, r) => ({ cells, lines: tall[r]! })),
    { cells: [], lines: 1 },
  ];
}

/** A sheet of a paper in the rows of a workbook: whose, which version, title, tables, notes. */
export function rowsOf({ header }: Paper, sheet: Sheet, widths: readonly number[]): readonly XRow[] {
  const text = (words: string, strong = false) => (words === '' ? [] : [across(words, widths, strong)]);
  return [
    ...text(header.council, true),
    ...text(`Children’s safeguarding peer review: ${header.subject}`),
    ...text(`${header.draft ? 'Draft. ' : ''}${header.version}`, header.draft),
    ...text(header.week),
    { cells: [], lines: 1 },
    ...text(sheet.title, true),
    ...text(sheet.lead),
    ...sheet.before.flatMap((words) => text(words)),
    ...sheet.tables.flatMap((table) => tableRows(table, widths)),
    ...sheet.notes.flatMap((words) => text(words)),
    ...sheet.foot.flatMap(({ strong, text: words }) => text(`${strong} ${words}`)),
  ];
}
