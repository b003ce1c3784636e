import type { Reading } from '../problem.ts';
import { read, trouble } from '../trouble.ts';
import { readCsv } from './csv.ts';
import { MOST_BYTES, MOST_ROWS } from './limits.ts';
import type { Sheet } from './sheet.ts';
import { decode } from './text.ts';
import { readXlsx } from './xlsx.ts';
import { locked, unzip } from './zip.ts';

const saveAsXlsx =
  'Open it, save it as an Excel workbook (.xlsx) and bring that in. Copying the table and pasting it works too.';

/** First bytes of what is not a table, or not one that is read. */
const others: readonly (readonly [start: string, what: string, mend: string])[] = [
  [
    '%PDF',
    'This is a PDF.',
    'Bring in the spreadsheet that it was made from, or copy the table and paste it.',
  ],
  ['{\\rtf', 'This is a Word document.', 'Copy its table and paste it.'],
  ['\x89PNG', 'This is a picture.', 'Bring in the table as a spreadsheet.'],
  ['\xff\xd8\xff', 'This is a picture.', 'Bring in the table as a spreadsheet.'],
  ['Rar!', 'This is an archive.', 'Take the spreadsheet out of it and bring that in.'],
  ['7z\xbc\xaf', 'This is an archive.', 'Take the spreadsheet out of it and bring that in.'],
];

const OLD = '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1';

/**
 * The tables of a file that somebody brought: an Excel workbook or a CSV file, told by what is in it rather than by its
 * name. Rows that are blank to the end of a sheet are left out. Never throws for what is in a file.
 */
export async function readWorkbook(bytes: Uint8Array): Promise<Reading<readonly Sheet[]>> {
  if (bytes.length === 0)
    return trouble('The file is empty.', 'Choose the file again; if it is open in Excel, save it first.');
  if (bytes.length > MOST_BYTES)
    return trouble(
      'The file is larger than 5 MB.',
      'Copy the rows you need into a new workbook and bring that in.',
    );
  const start = Buffer.from(bytes.subarray(0, 8)).toString('latin1');
  const other = others.find(([magic]) => start.startsWith(magic));
  if (other) return trouble(other[1], other[2]);
  if (start.startsWith(OLD)) return oldFile(bytes);
  if (start.startsWith('PK')) return zipped(bytes);
  const text = decode(bytes);
  return text.ok ? readTable(text.value) : text;
}

/** The same for a table that was pasted, or a CSV file's text. */
export function readTable(text: string): Reading<readonly Sheet[]> {
  if (text.trim() === '')
    return trouble('There is no table in it.', 'Copy the rows with their headings, and paste them.');
  if (/^\s*<(!doctype|html|table|\?xml)/i.test(text))
    return trouble('This is a web page or XML, not a table.', saveAsXlsx);
  if (/^\s*BEGIN:VCALENDAR/i.test(text))
    return trouble('This is a calendar.', 'Bring it in on the page for calendars.');
  const table = readCsv(text);
  return table.ok ? withSomething([table.value]) : table;
}

/** Both Excel before 2007 and a workbook with a password are kept in Microsoft's older container. */
function oldFile(bytes: Uint8Array): Reading<never> {
  const names = Buffer.from(bytes).toString('utf16le');
  return names.includes('EncryptedPackage')
    ? locked()
    : trouble(
        'This is a workbook in the format of Excel before 2007 (.xls), or a Word document.',
        saveAsXlsx,
      );
}

async function zipped(bytes: Uint8Array): Promise<Reading<readonly Sheet[]>> {
  const sorts = unzip(bytes, (name) => name === 'mimetype');
  const sort = sorts.ok ? Buffer.from(sorts.value.get('mimetype') ?? []).toString('latin1') : '';
  if (sort.includes('opendocument.spreadsheet'))
    return trouble('This is a LibreOffice spreadsheet (.ods).', saveAsXlsx);
  const sheets = await readXlsx(bytes);
  return sheets.ok ? withSomething(sheets.value) : sheets;
}

function withSomething(sheets: readonly Sheet[]): Reading<readonly Sheet[]> {
  const filled = sheets
    .map(({ name, rows }) => ({
      name,
      rows: rows.slice(0, rows.findLastIndex((row) => row.some((cell) => cell !== '')) + 1),
    }))
    .filter(({ rows }) => rows.length > 0);
  const rows = filled.reduce((sum, sheet) => sum + sheet.rows.length, 0);
  if (rows > MOST_ROWS)
    return trouble(
      `The sheets have ${rows} rows together, and ${MOST_ROWS} are read at most.`,
      'Bring in the sheets one at a time.',
    );
  return filled.length > 0
    ? read(filled)
    : trouble(
        'There is nothing in it.',
        'Give a table with a line of headings and a row for each person or thing.',
      );
}
