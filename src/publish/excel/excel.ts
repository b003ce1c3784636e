import writeXlsxFile, { type SheetData } from 'write-excel-file/node';
import { withFixedDates } from '../fixed-zip.ts';
import type { Paper, Sheet } from '../paper/paper.ts';
import { isSign, rowsOf } from './rows.ts';
import { sheetNames } from './sheet-names.ts';

/** Characters that fit across a page of A4 in letters of the usual size: on its side, and upright. */
const across = { landscape: 138, portrait: 94 };
/** Inches around a page. */
const margins = '<pageMargins left="0.4" right="0.4" top="0.4" bottom="0.4" header="0.2" footer="0.2"/>';

/** How wide each column is, in characters: that of its widest table. */
function widthsOf(sheet: Sheet): readonly number[] {
  const room = sheet.landscape ? across.landscape : across.portrait;
  const count = Math.max(1, ...sheet.tables.map((t) => t.columns.length));
  const head = isSign(sheet) ? 46 : 19;
  const shares = Array.from({ length: count }, (_, i) =>
    Math.max(
      0.05,
      ...sheet.tables.map(({ columns }) => {
        const all = columns.reduce((sum, c) => sum + c.share, 0) || 1;
        return (columns[i]?.share ?? 0) / all;
      }),
    ),
  );
  const sum = shares.reduce((a, b) => a + b, 0);
  return [head, ...shares.map((share) => Math.max(8, Math.round((share / sum) * (room - head))))];
}

/** One page across; a sheet that is meant for one page is on one, but for what stands in two columns elsewhere. */
const pageSetup = ({ landscape, text, columns }: Sheet): string =>
  `${margins}<pageSetup paperSize="9" orientation="${landscape ? 'landscape' : 'portrait'}" fitToWidth="1" fitToHeight="${text.onePage && columns === 1 ? 1 : 0}"/>`;

/**
 * A paper as an Excel workbook (.xlsx), a sheet of it on each: real cells, those over several rows and columns merged.
 * Every cell is text, whatever it begins with: nothing in it is ever run as a formula.
 */
export async function drawExcel(paper: Paper): Promise<Uint8Array> {
  const names = sheetNames(paper.sheets.map((sheet) => sheet.name));
  const sheets = paper.sheets.map((sheet, n) => {
    const widths = widthsOf(sheet);
    const data: SheetData = rowsOf(paper, sheet, widths).map(({ cells, height }) =>
      cells.map((cell) =>
        cell === null
          ? null
          : {
              value: cell.text,
              fontFamily: 'Arial',
              type: String,
              wrap: true,
              alignVertical: 'top' as const,
              height,
              fontSize: cell.size,
              ...(cell.columns > 1 && { columnSpan: cell.columns }),
              ...(cell.rows > 1 && { rowSpan: cell.rows }),
              ...(cell.strong && { fontWeight: 'bold' as const }),
              ...(cell.tint && { backgroundColor: '#f3f2f1' }),
              ...(cell.framed && { borderColor: '#b1b4b6', borderStyle: 'thin' as const }),
            },
      ),
    );
    return {
      data,
      sheet: names[n]!,
      columns: widths.map((width) => ({ width })),
      showGridLines: false,
    };
  });
  const written = await writeXlsxFile(sheets).toBuffer();
  return withFixedDates(written, paper.at, (name, text) => {
    const [, number] = /^xl\/worksheets\/sheet(\d+)\.xml$/.exec(name) ?? [];
    const sheet = number === undefined ? undefined : paper.sheets[Number(number) - 1];
    if (!sheet) return text;
    return text
      .replace(/(<worksheet[^>]*>)/, '$1<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>')
      .replace(/<page(?:Margins|Setup)[^>]*\/>/g, '')
      .replace('</worksheet>', `${pageSetup(sheet)}</worksheet>`);
  });
}
