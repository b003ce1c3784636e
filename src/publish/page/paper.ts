import { columnsOf } from '../paper/columns-of.ts';
import type { Paper, Sheet, Table } from '../paper/paper.ts';
import { fitText, linesOf } from './fit.ts';
import { render } from './render.ts';

/** From this size of text on, a sheet is a sign. Points. */
const sign = 20;
/** Millimetres of A4 within its margins, less what stands above and below the tables of a sign. */
const room = { width: 277, height: 190 - 74 };
const mmPerPoint = 0.3528;

/** A table; its cells say what heads them, for where its columns can’t be side by side. */
function tableView(table: Table) {
  const columns = columnsOf(table);
  const isList = table.columns.length > 2;
  return {
    ...table,
    whole: table.whole === true,
    rows: table.rows.map((row, r) => ({
      ...row,
      cells: row.cells.map((cell, n) => ({
        ...cell,
        heading:
          isList && cell.columns === 1 && cell.lines.length > 0
            ? table.columns[columns[r]![n]!]!.heading
            : '',
        lines: cell.lines.map((line) => ({ ...line, end: line.end ?? '' })),
      })),
    })),
  };
}

/** The height of a table at a size of text, in millimetres, as paper.css draws it. */
function heightOf(table: Table, points: number, width: number): number {
  const em = points * mmPerPoint;
  const shares = table.columns.reduce((sum, column) => sum + column.share, 0) || 1;
  const head = Math.min(table.headWidth * em, width / 2);
  const lines = table.rows.map((row) =>
    Math.max(
      ...row.head.map(({ text }) => linesOf(text, points, head - em, true)),
      ...row.cells.map((cell, n) =>
        cell.lines
          .map((line) =>
            linesOf(
              line.text,
              points,
              ((width - head) * table.columns[n]!.share) / shares - em,
              line.weight === 'strong',
            ),
          )
          .reduce((a, b) => a + b, 0),
      ),
    ),
  );
  return [1, ...lines].reduce((sum, n) => sum + n * 1.22 + 0.55, 0) * em;
}

/** Signs are as large as a page allows: the style that says so, for the sheet of that number. */
function sizeOf({ text, tables }: Sheet, number: number): readonly string[] {
  if (text.largest < sign) return [];
  const tall = (points: number) =>
    tables.reduce((sum, table) => sum + heightOf(table, points, room.width), 0);
  const points = fitText(tall, room.height, text.largest) ?? text.smallest;
  return [`@media print { .sheet--n${number} .paper-table { font-size: ${points}pt; } }`];
}

/** The sheets of a paper for their template, and the styles that go with them. */
export const sheetViews = ({ header, sheets }: Paper) => ({
  sheets: sheets.map((sheet, number) => ({
    ...sheet,
    header,
    number,
    large: sheet.text.largest >= sign,
    tables: sheet.tables.map(tableView),
  })),
  sizes: sheets.flatMap(sizeOf),
});

/** A paper of any kind as one HTML document that prints on A4 and opens without a server. */
export function paperPage(paper: Paper): string {
  const { sheets, sizes } = sheetViews(paper);
  return render('paper', { title: paper.title, sheets }, ['sheet', 'paper'], sizes);
}
