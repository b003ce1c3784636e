import { CsvError, parse } from 'csv-parse/sync';
import type { Reading } from '../problem.ts';
import { read, trouble } from '../trouble.ts';
import { MOST_COLUMNS, MOST_LETTERS, MOST_ROWS } from './limits.ts';
import { plainLines, type Sheet } from './sheet.ts';

/**
 * The table in a text: a CSV file, or cells that were copied from a spreadsheet or a web page (those come with tabs
 * between them). What stands between the cells is worked out from the first lines. A cell that begins with an
 * apostrophe before one of the signs that Excel takes for a formula loses it: that is how such text is written to a CSV
 * file, by Peerweek too, to keep Excel from running it.
 */
export function readCsv(text: string, name = ''): Reading<Sheet> {
  // Excel writes this first line for itself.
  const told = /^\ufeff?sep=(.)\r?\n/.exec(text);
  const body = told ? text.slice(told[0].length) : text;
  const between = told?.[1] ?? separatorOf(body);
  let rows: string[][];
  try {
    rows = parse(body, {
      bom: true,
      delimiter: between,
      relax_column_count: true,
      relax_quotes: true,
      // Copied cells have quotes only where a cell has several lines, and else as they are typed.
      skip_empty_lines: false,
      max_record_size: 200_000,
      to: MOST_ROWS + 1,
    });
  } catch (error) {
    return unreadable(error);
  }
  if (rows.length > MOST_ROWS)
    return trouble(
      `The table has more than ${MOST_ROWS} rows, which is as many as are read.`,
      'Take out the rows you don’t need and bring it in again.',
    );
  return read({ name, rows: rows.map((row) => row.slice(0, MOST_COLUMNS).map(cell)) });
}

const cell = (text: string): string =>
  plainLines(text.slice(0, MOST_LETTERS).replace(/^'(?=[=+\-@\t\r])/, ''));

function unreadable(error: unknown): Reading<Sheet> {
  const line = error instanceof CsvError && typeof error.lines === 'number' ? error.lines : undefined;
  const where = line === undefined ? '' : ` near line ${line}`;
  return trouble(
    `The table can’t be read${where}: a quotation mark is opened and not closed, or one cell is endless.`,
    'Mend the quotation marks, or save the table as an Excel workbook (.xlsx) and bring that in.',
  );
}

/** Tab, comma or semicolon: the one that cuts the first lines most evenly into most cells. */
function separatorOf(text: string): string {
  const lines = text
    .slice(0, 20_000)
    .split(/\r\n|[\n\r]/)
    .filter((line) => line.trim() !== '')
    .slice(0, 10)
    .map((line) => line.replace(/"[^"]*"/g, ''));
  const score = (separator: string): number => {
    const counts = lines.map((line) => line.split(separator).length - 1);
    const first = counts[0] ?? 0;
    return first === 0 ? 0 : first + counts.filter((n) => n === first).length * 2;
  };
  const ranked = ['\t', ';', ','].map((separator) => ({ separator, score: score(separator) }));
  // A tab is never typed within a cell: where there is one, it parts the cells.
  if (ranked[0]!.score > 0) return '\t';
  return ranked[1]!.score > ranked[2]!.score ? ';' : ',';
}
