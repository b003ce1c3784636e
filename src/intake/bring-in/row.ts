import { columns, type TableKind } from '../spreadsheet/columns.ts';
import type { Layout } from '../spreadsheet/recognise.ts';
import type { Sheet } from '../spreadsheet/sheet.ts';
import type { Note } from './outcome.ts';

/** One row of a table, its cells by column, and what is found wrong with it. */
export class Row {
  readonly sheet: number;
  readonly line: number;
  readonly notes: Note[] = [];
  readonly remarks: string[] = [];
  readonly #kind: TableKind;
  readonly #cells: ReadonlyMap<string, string>;
  readonly #headings: ReadonlyMap<string, string>;

  constructor(
    at: { readonly sheet: number; readonly line: number },
    kind: TableKind,
    cells: ReadonlyMap<string, string>,
    headings: ReadonlyMap<string, string>,
  ) {
    this.sheet = at.sheet;
    this.line = at.line;
    this.#kind = kind;
    this.#cells = cells;
    this.#headings = headings;
  }

  /** The text of a cell; '' where it is blank or there is no such column. */
  text(column: string): string {
    return this.#cells.get(column) ?? '';
  }

  /** The same on one line. */
  line1(column: string): string {
    return this.text(column).replace(/\n/g, ', ');
  }

  /** A cell with several things in it, parted by semicolons or lines. */
  list(column: string): readonly string[] {
    return this.text(column)
      .split(/[;\n]/)
      .map((one) => one.trim())
      .filter((one) => one !== '');
  }

  note(column: string, what: string, mend: string): void {
    this.notes.push({ column: this.heading(column), what, mend });
  }

  /** The heading as it stands in the table; ours where it has none. */
  heading(column: string): string {
    return this.#headings.get(column) || columns[this.#kind].find((c) => c.id === column)?.heading || '';
  }

  remark(what: string): void {
    if (!this.remarks.includes(what)) this.remarks.push(what);
  }
}

/** The rows of a sheet below its headings, those that are not blank. */
export function rowsOf(
  sheet: Sheet,
  number: number,
  { kind, headings, columns: ids }: Layout,
): readonly Row[] {
  if (!kind) return [];
  const top = sheet.rows[headings - 1] ?? [];
  const named = new Map(
    ids.flatMap((id, i) => (id && headings > 0 ? [[id, top[i]?.replace(/\n/g, ' ') ?? ''] as const] : [])),
  );
  return sheet.rows.flatMap((row, i) => {
    const cells = new Map(ids.flatMap((id, at) => (id && row[at] ? [[id, row[at]] as const] : [])));
    return i < headings || cells.size === 0
      ? []
      : [new Row({ sheet: number, line: i + 1 }, kind, cells, named)];
  });
}
