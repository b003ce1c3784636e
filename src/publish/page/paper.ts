import { columnsOf } from '../paper/columns-of.ts';
import type { Paper, Table } from '../paper/paper.ts';
import { render } from './render.ts';

/** From this size of text on, a sheet is a sign. Points. */
const sign = 20;

/** A table; its cells say what heads them, for where its columns can’t be side by side. */
function tableView(table: Table) {
  const columns = columnsOf(table);
  const isList = table.columns.length > 2;
  return {
    ...table,
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

/** A paper of any kind as one HTML document that prints on A4 and opens without a server. */
export const paperPage = ({ title, header, sheets }: Paper): string =>
  render(
    'paper',
    {
      title,
      sheets: sheets.map((sheet) => ({
        ...sheet,
        header,
        large: sheet.text.largest >= sign,
        tables: sheet.tables.map(tableView),
      })),
    },
    ['sheet', 'paper'],
  );
