import readXlsxFile from 'read-excel-file/universal';
import type { Reading } from '../problem.ts';
import { read, trouble } from '../trouble.ts';
import { MOST_COLUMNS, MOST_LETTERS, MOST_ROWS, MOST_SHEETS } from './limits.ts';
import { plainLines, type Sheet } from './sheet.ts';
import { type Parts, unzip, zip } from './zip.ts';

/** What a table is made of; pictures, charts, macros and connections are not even unpacked. */
const WANTED =
  /^xl\/(?!theme|drawings|charts|media|pivot|comments|printer|externalLinks|query)[^:]*\.(xml|rels)$/i;

const damaged = () =>
  trouble(
    'The workbook can’t be read.',
    'Open it in Excel, save it again as an Excel workbook (.xlsx) and bring in the new one. Copying the table and pasting it works too.',
  );

/**
 * The tables of an Excel workbook (.xlsx), its values as they were last worked out: no formula is ever run. What could
 * harm the reader is refused first: too much when unpacked, declarations that XML may carry and a workbook has no use
 * for, cells beyond the edge of any sheet.
 */
export async function readXlsx(bytes: Uint8Array): Promise<Reading<readonly Sheet[]>> {
  const unpacked = unzip(bytes, (name) => WANTED.test(name));
  if (!unpacked.ok) return unpacked;
  const parts = new Map<string, Uint8Array>();
  for (const [name, content] of unpacked.value) {
    const text = Buffer.from(content.buffer, content.byteOffset, content.byteLength).toString('utf8');
    if (/<!(DOCTYPE|ENTITY)/i.test(text))
      return trouble(
        'The workbook has instructions in it that no spreadsheet needs, so it was not read.',
        'Copy the table into a new workbook, save that and bring it in.',
      );
    if (!/^\ufeff?\s*</.test(text)) return damaged();
    if (/worksheets\//i.test(name) && beyondTheEdge(text)) return damaged();
    parts.set(name, Buffer.from(withoutErrors(text)));
  }
  if (!parts.has('xl/workbook.xml')) return notAWorkbook();
  return sheetsOf(parts);
}

const notAWorkbook = () =>
  trouble(
    'This is not an Excel workbook.',
    'Bring in a workbook saved as .xlsx, or a CSV file, or copy the table and paste it.',
  );

async function sheetsOf(parts: Parts): Promise<Reading<readonly Sheet[]>> {
  let sheets: Awaited<ReturnType<typeof readXlsxFile>>;
  try {
    sheets = await readXlsxFile(zip(parts).buffer, { trim: false });
  } catch {
    return damaged();
  }
  if (sheets.length > MOST_SHEETS)
    return trouble(
      `The workbook has ${sheets.length} sheets, and ${MOST_SHEETS} are read at most.`,
      'Copy those you need into a new workbook.',
    );
  for (const { sheet, data } of sheets) {
    if (data.length > MOST_ROWS)
      return trouble(
        `The sheet “${plainLines(sheet)}” has ${data.length} rows, and ${MOST_ROWS} are read at most.`,
        'Take out the rows you don’t need, empty ones at the end too, and bring it in again.',
      );
  }
  return read(
    sheets.map(({ sheet, data }) => ({
      name: plainLines(sheet),
      rows: data.map((row) => row.slice(0, MOST_COLUMNS).map((cell: unknown) => cellText(cell))),
    })),
  );
}

/** Excel's sheets end at row 1,048,576; a number beyond it only makes a reader fill memory with blanks. */
const beyondTheEdge = (sheet: string): boolean =>
  [...sheet.matchAll(/<(?:\w+:)?(?:row|c)\b[^>]*?\sr\s*=\s*["']([^"']*)["']/g)].some(([, name]) => {
    const row = /^[A-Z]{0,3}(\d{1,7})$/.exec(name!);
    return !row || Number(row[1]) > 1_048_576;
  });

/** A cell whose formula failed (#N/A, #REF!) is read as those words: one of them is no reason to refuse the rest. */
const withoutErrors = (xml: string): string =>
  xml.replace(/(<(?:\w+:)?c\b[^>]*?\st\s*=\s*)(["'])e\2/g, '$1$2str$2');

/**
 * A cell as text. Excel keeps a date as days since 1900 and a time as a part of a day, which the reader gives as a
 * moment in UTC: read back as what the cell shows, to the minute.
 */
function cellText(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  if (cell instanceof Date) return dateText(cell);
  if (typeof cell === 'boolean') return cell ? 'yes' : 'no';
  if (typeof cell === 'number') return String(Math.round(cell * 1e9) / 1e9);
  return plainLines(String(cell).slice(0, MOST_LETTERS));
}

const MINUTE = 60_000;

function dateText(date: Date): string {
  if (Number.isNaN(date.getTime())) return '';
  // The reader rounds down, so that 9.00 may be a hair before.
  const near = new Date(Math.round(date.getTime() / MINUTE) * MINUTE);
  const [day, time] = [near.toISOString().slice(0, -14), near.toISOString().slice(11, 16)];
  // A time on its own is on day 0 of Excel's calendar.
  if (near.getTime() < Date.UTC(1900, 0, 2)) return time;
  return time === '00:00' ? day : `${day} ${time}`;
}
