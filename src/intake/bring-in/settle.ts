import { isDeepStrictEqual } from 'node:util';
import type { z } from 'zod';
import { put } from '../../entry/edit.ts';
import type { Entry, ItemOf, ListName } from '../../entry/entry.ts';
import { contact } from '../schema/people.ts';
import { room, site } from '../schema/places.ts';
import { session } from '../schema/session.ts';
import type { TableKind } from '../spreadsheet/columns.ts';
import { cut } from './cells.ts';
import type { Change, RowOutcome } from './outcome.ts';
import type { Row } from './row.ts';

/** What has been made of the rows so far. */
export interface SoFar {
  readonly entry: Entry;
  /** By `list id`, the row that was about the item: one row each. */
  readonly done: ReadonlyMap<string, Row>;
}
export interface Settled {
  readonly so: SoFar;
  readonly outcome: RowOutcome;
}

type Listed = Exclude<ListName, 'peers'>;
const schemas: { readonly [L in Listed]: z.ZodType<ItemOf<L>> } = {
  contacts: contact,
  sites: site,
  rooms: room,
  sessions: session,
};
/** As many as a file may have of each (`schema/review.ts`). */
const most: Readonly<Record<Listed, number>> = { contacts: 2000, sites: 60, rooms: 500, sessions: 2000 };

/** What a row says about an item: the fields it gives, each with the column it came from and as people read it. */
export interface Said<L extends Listed> {
  readonly kind: TableKind;
  readonly list: L;
  readonly name: string;
  /** Undefined for what is new. */
  readonly before: ItemOf<L> | undefined;
  /** The id for what is new. */
  readonly id: (entry: Entry) => string;
  /** Undefined values say nothing: a blank cell never takes anything away. */
  readonly fields: { readonly [F in keyof ItemOf<L>]?: ItemOf<L>[F] | undefined };
  readonly columns: { readonly [F in keyof ItemOf<L>]?: string };
  readonly show: (field: keyof ItemOf<L>, value: unknown, entry: Entry) => string;
  /** What to call the item in a sentence: `person`. */
  readonly noun: string;
}

/** A row that is not brought in. */
export const leave = (so: SoFar, row: Row, kind: TableKind, name: string): Settled => ({
  so,
  outcome: {
    sheet: row.sheet,
    line: row.line,
    kind,
    does: 'leave',
    name,
    changes: [],
    notes: row.notes,
    remarks: row.remarks,
  },
});

/**
 * Brings in what a row says: over the item that it is about, or as a new one. A field of the wrong shape is left out and
 * said; where the item can't be without it, the row is left.
 */
export function settle<L extends Listed>(so: SoFar, row: Row, said: Said<L>): Settled {
  const { kind, list, name, before, columns, noun } = said;
  const id = before?.id ?? said.id(so.entry);
  const first = so.done.get(`${list} ${id}`);
  if (first) {
    row.note('', `This is the same ${noun} as in line ${first.line}.`, 'Put what you know into one row.');
    return leave(so, row, kind, name);
  }
  if (!before && (so.entry[list]?.length ?? 0) >= most[list]) {
    row.note(
      '',
      `There are ${most[list]} already, which is as many as a review may have.`,
      'Take some out first.',
    );
    return leave(so, row, kind, name);
  }
  const fields = Object.fromEntries(
    Object.entries(said.fields).filter(([, value]) => value !== undefined),
  ) as Partial<ItemOf<L>>;
  const item = fitted({ id, ...before, ...fields }, before, schemas[list], (field, mend) => {
    const column = columns[field as keyof ItemOf<L>] ?? '';
    row.note(column, `“${cut(row.text(column))}” can’t be taken in here.`, mend);
  });
  if (!item) return leave(so, row, kind, name);
  const changes = changesOf(said, before, item, so.entry, row);
  const does = before ? (changes.length > 0 ? 'change' : 'same') : 'add';
  return {
    so: {
      entry: does === 'same' ? so.entry : put(list, item)(so.entry),
      done: new Map([...so.done, [`${list} ${id}`, row]]),
    },
    outcome: {
      sheet: row.sheet,
      line: row.line,
      kind,
      does,
      name,
      item: { list, id },
      changes,
      notes: row.notes,
      remarks: row.remarks,
    },
  };
}

/** The item without the fields whose shape is wrong; undefined where it can't be without one of them. */
function fitted<T extends object>(
  item: object,
  before: T | undefined,
  schema: z.ZodType<T>,
  complain: (field: string, mend: string) => void,
): T | undefined {
  const parsed = schema.safeParse(item);
  if (parsed.success) return item as T;
  const wrong = new Map(parsed.error.issues.map((issue) => [String(issue.path[0] ?? ''), issue.message]));
  for (const [field, mend] of wrong) complain(field, mend);
  const rest = Object.fromEntries(
    Object.entries(item).flatMap(([field, value]) =>
      wrong.has(field)
        ? Object.entries(before ?? {}).filter(([known]) => known === field)
        : [[field, value] as [string, unknown]],
    ),
  );
  return schema.safeParse(rest).success ? (rest as T) : undefined;
}

function changesOf<L extends Listed>(
  { show, columns, fields }: Said<L>,
  before: ItemOf<L> | undefined,
  item: ItemOf<L>,
  entry: Entry,
  row: Row,
): readonly Change[] {
  return (Object.keys(fields) as (keyof ItemOf<L>)[]).flatMap((field) => {
    const [was, now] = [before?.[field], item[field]];
    if (now === undefined || isDeepStrictEqual(was, now)) return [];
    return [
      {
        field: row.heading(columns[field] ?? ''),
        from: was === undefined ? '' : show(field, was, entry),
        to: show(field, now, entry),
      },
    ];
  });
}

/** What most fields read as: yes and no, a list with semicolons, else itself. */
export function plainly(value: unknown): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (Array.isArray(value)) return value.map(String).join('; ');
  return String(value);
}
