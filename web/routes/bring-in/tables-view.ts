import type { TablesWaiting } from '../../../src/actions/bring-in/tables.ts';
import type { BroughtIn } from '../../../src/intake/bring-in/bring-in.ts';
import type { RowOutcome } from '../../../src/intake/bring-in/outcome.ts';
import { kindWords } from '../../../src/intake/spreadsheet/columns.ts';
import { addresses } from '../../addresses.ts';
import { columnsView } from './columns-view.ts';

type Does = RowOutcome['does'];
const all = ['add', 'change', 'leave', 'same'] as const satisfies readonly Does[];

/** What a row comes to, and how it is marked. */
const words: Readonly<
  Record<Does, { readonly tag: string; readonly classes: string; readonly filter: string }>
> = {
  add: { tag: 'Add', classes: 'govuk-tag--green', filter: 'To add' },
  change: { tag: 'Change', classes: 'govuk-tag--blue', filter: 'To change' },
  leave: { tag: 'Left out', classes: 'govuk-tag--red', filter: 'Left out' },
  same: { tag: 'The same', classes: 'govuk-tag--grey', filter: 'The same' },
};

/** Rows on one page. */
const PAGE = 100;

interface Show {
  readonly sheet: number | undefined;
  /** Only rows that come to this. */
  readonly only: string | undefined;
  readonly page: number | undefined;
}

function rowView(row: RowOutcome) {
  return {
    line: String(row.line),
    name: row.name || 'No name',
    tag: words[row.does].tag,
    classes: words[row.does].classes,
    changes: row.changes.map(({ field, from, to }) => ({
      field,
      // Of what is new there is nothing that it was.
      from: row.does === 'add' ? '' : from === '' ? 'blank' : from,
      to,
    })),
    notes: row.notes.map(({ column, what, mend }) => ({ column, what, mend })),
    remarks: row.remarks,
  };
}

const count = (rows: readonly RowOutcome[], does: Does): number =>
  rows.filter((row) => row.does === does).length;

/** `Bring in: add 12, change 3`. */
function buttonText(rows: readonly RowOutcome[]): string {
  const [add, change] = [count(rows, 'add'), count(rows, 'change')];
  const said = [add > 0 && `add ${add}`, change > 0 && `change ${change}`].filter(Boolean).join(', ');
  return said === '' ? '' : `Bring in: ${said}`;
}

/** The sheet to show first: the one that was asked for, else the first that has rows to bring in. */
function sheetShown({ tables }: TablesWaiting, { sheet }: Show): number {
  if (sheet !== undefined && sheet < tables.length) return sheet;
  return Math.max(
    0,
    tables.findIndex(({ layout }) => layout.kind !== undefined),
  );
}

/** What would come of bringing tables in: in all, and row by row of one of them. */
export function tablesView(
  review: string,
  waiting: TablesWaiting,
  { rows }: BroughtIn,
  show: Show,
  { notes, seen }: { readonly notes: readonly string[]; readonly seen: number },
) {
  const { upload, tables } = waiting;
  const sheet = sheetShown(waiting, show);
  const own = rows.filter((row) => row.sheet === sheet);
  const only = all.find((does) => does === show.only);
  const shown = only ? own.filter((row) => row.does === only) : own;
  const pages = Math.max(1, Math.ceil(shown.length / PAGE));
  const page = Math.min(Math.max(1, show.page ?? 1), pages);
  const at = (over: { show?: string; page?: number } = {}) =>
    addresses.broughtIn(review, upload.id, '', { sheet, show: only, ...over });
  return {
    name: upload.name,
    back: addresses.bringIn(review),
    notes,
    isUnread: tables.every(({ layout }) => layout.kind === undefined),
    isSeveral: tables.length > 1,
    sheets: tables.map(({ sheet: { name }, layout }, i) => {
      const of = rows.filter((row) => row.sheet === i);
      return {
        name: name || 'The table',
        kind: layout.kind ? kindWords[layout.kind] : 'Not brought in',
        href: addresses.broughtIn(review, upload.id, '', { sheet: i }),
        current: i === sheet,
        counts: all.map((does) => ({ word: words[does].filter, count: String(count(of, does)) })),
      };
    }),
    countWords: all.map((does) => words[does].filter),
    title: tables[sheet]!.sheet.name || 'The table',
    kind: tables[sheet]!.layout.kind ? kindWords[tables[sheet]!.layout.kind!] : '',
    columns: columnsView(review, waiting, sheet),
    filters: [
      { text: `Everything (${own.length})`, href: at({ show: '', page: 1 }), current: !only },
      ...all
        .filter((does) => count(own, does) > 0)
        .map((does) => ({
          text: `${words[does].filter} (${count(own, does)})`,
          href: at({ show: does, page: 1 }),
          current: only === does,
        })),
    ],
    rows: shown.slice((page - 1) * PAGE, page * PAGE).map(rowView),
    pages:
      pages > 1
        ? {
            words: `Page ${page} of ${pages}`,
            before: page > 1 ? at({ page: page - 1 }) : '',
            after: page < pages ? at({ page: page + 1 }) : '',
          }
        : null,
    apply: {
      action: addresses.broughtIn(review, upload.id, 'apply'),
      seen,
      version: upload.version,
      text: buttonText(rows),
      left: count(rows, 'leave'),
      isOneLeft: count(rows, 'leave') === 1,
    },
    throwAway: addresses.broughtIn(review, upload.id, 'throw-away'),
  };
}
