import type { Paper } from '../paper/paper.ts';
import { render } from './render.ts';

/** From this size of text on, a sheet is a sign. Points. */
const sign = 20;

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
        tables: sheet.tables.map((table) => ({
          ...table,
          rows: table.rows.map((row) => ({
            ...row,
            cells: row.cells.map((cell) => ({
              ...cell,
              lines: cell.lines.map((line) => ({ ...line, end: line.end ?? '' })),
            })),
          })),
        })),
      })),
    },
    ['sheet', 'paper'],
  );
