import writeXlsxFile, { type SheetData } from 'write-excel-file/node';

/** A sheet of a workbook: headings, rows of text, and how wide the columns are in characters. */
export interface WrittenSheet {
  readonly name: string;
  readonly headings: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly widths: readonly number[];
}

/**
 * An Excel workbook (.xlsx). Every cell is text, whatever it begins with: nothing in it is ever run as a formula. The
 * line of headings stays in sight.
 */
export async function writeWorkbook(sheets: readonly WrittenSheet[]): Promise<Buffer> {
  const written = sheets.map(({ name, headings, rows, widths }) => {
    const data: SheetData = [
      headings.map((value) => ({
        value,
        type: String,
        fontWeight: 'bold' as const,
        backgroundColor: '#f3f2f1',
        wrap: true,
        alignVertical: 'top' as const,
      })),
      ...rows.map((row) =>
        row.map((value) =>
          value === '' ? null : { value, type: String, wrap: true, alignVertical: 'top' as const },
        ),
      ),
    ];
    return { data, sheet: name, columns: widths.map((width) => ({ width })), stickyRowsCount: 1 };
  });
  return writeXlsxFile(written).toBuffer();
}
