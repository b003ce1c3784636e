import type { Entry } from '../../entry/entry.ts';
import { asTable, writtenColumns } from '../../intake/bring-in/as-table.ts';
import { kindWords, type TableKind, tableKinds } from '../../intake/spreadsheet/columns.ts';
import { type WrittenSheet, writeWorkbook } from '../../publish/workbook.ts';

const widths: Readonly<Record<string, number>> = {
  id: 16,
  name: 26,
  title: 32,
  jobTitle: 32,
  organisation: 28,
  roles: 32,
  email: 32,
  people: 36,
  address: 32,
  notes: 32,
  diary: 44,
  who: 26,
};

const sheetOf = (kind: TableKind, entry: Entry | undefined): WrittenSheet => ({
  name: kindWords[kind],
  headings: writtenColumns(kind).map(({ heading }) => heading),
  rows: entry ? asTable(entry, kind) : [],
  widths: writtenColumns(kind).map(({ id }) => widths[id] ?? 16),
});

/** What goes into each column, to be read beside the others; it is no table of anything. */
const notes: WrittenSheet = {
  name: 'How to fill it in',
  headings: ['Table', 'Its column', 'How it is filled in'],
  rows: tableKinds.flatMap((kind) =>
    writtenColumns(kind).map(({ heading, note }) => [kindWords[kind], heading, note]),
  ),
  widths: [14, 24, 90],
};

/**
 * A workbook to fill in and bring in again, a sheet for each kind of table; with an entry, what is entered stands in it:
 * brought in unchanged it changes nothing.
 */
export const templateWorkbook = (entry?: Entry): Promise<Buffer> =>
  writeWorkbook([...tableKinds.map((kind) => sheetOf(kind, entry)), notes]);
