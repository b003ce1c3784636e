import type { Entry } from '../../entry/entry.ts';
import { readApart } from '../../intake/apart/read-apart.ts';
import type { BroughtIn, Table } from '../../intake/bring-in/bring-in.ts';
import type { DiaryMode } from '../../intake/bring-in/diary-times.ts';
import type { RowOutcome } from '../../intake/bring-in/outcome.ts';
import type { Problem, Reading } from '../../intake/index.ts';
import { type TableKind, tableKinds } from '../../intake/spreadsheet/columns.ts';
import { type Layout, layoutAs, recognise } from '../../intake/spreadsheet/recognise.ts';
import type { Sheet } from '../../intake/spreadsheet/sheet.ts';
import type { Store } from '../../store/ports.ts';
import type { Upload } from '../../store/uploads-port.ts';

/** A file, or the text of a table that was pasted. */
export type Brought =
  | { readonly name: string; readonly bytes: Uint8Array }
  | { readonly name: string; readonly text: string };

export type Waiting<T> =
  | { readonly ok: true; readonly upload: T }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** How the tables of an upload are read. */
interface Choices {
  readonly layouts: readonly Layout[];
  readonly diaries: DiaryMode;
}

/** Tables that wait to be looked over. */
export interface TablesWaiting {
  readonly upload: Upload;
  readonly tables: readonly Table[];
  readonly diaries: DiaryMode;
}

/** Reads the tables of a file and keeps them until they are looked over; the file itself is not kept. */
export async function keepTables(
  store: Pick<Store, 'uploads'>,
  review: string,
  brought: Brought,
  by: string,
): Promise<Waiting<Upload>> {
  const sheets = await readApart(
    'bytes' in brought ? { read: 'workbook', bytes: brought.bytes } : { read: 'table', text: brought.text },
  );
  if (!sheets.ok) return { ok: false, problems: sheets.problems };
  const choices: Choices = { layouts: sheets.value.map(recognise), diaries: 'add' };
  const upload = await store.uploads.keep({
    review,
    kind: 'tables',
    name: brought.name,
    by,
    content: JSON.stringify(sheets.value),
    choices: JSON.stringify(choices),
  });
  return { ok: true, upload };
}

/** The tables of an upload as they are to be read now; undefined where it is (no longer) there or holds none. */
export async function tablesWaiting(
  store: Pick<Store, 'uploads'>,
  review: string,
  id: string,
): Promise<TablesWaiting | undefined> {
  const upload = await store.uploads.find(review, id);
  if (upload?.kind !== 'tables') return undefined;
  const sheets = JSON.parse(upload.content) as readonly Sheet[];
  const { layouts, diaries } = JSON.parse(upload.choices) as Choices;
  return { upload, tables: sheets.map((sheet, i) => ({ sheet, layout: layouts[i]! })), diaries };
}

/** What somebody chose about one table. */
export interface Chosen {
  readonly kind: TableKind | undefined;
  readonly headings: number;
  /** Undefined: as the headings say. */
  readonly columns?: readonly string[];
}

/**
 * Reads the tables in another way from now on. Where the kind or the line of headings is another, the columns are worked
 * out anew from those headings. False where somebody else chose first.
 */
export async function chooseLayouts(
  store: Pick<Store, 'uploads'>,
  { upload, tables }: TablesWaiting,
  chosen: readonly Chosen[],
  diaries: DiaryMode,
): Promise<boolean> {
  const layouts = tables.map(({ sheet, layout }, i): Layout => {
    const { kind, headings, columns } = chosen[i] ?? layout;
    const same = kind === layout.kind && headings === layout.headings;
    const fresh = layoutAs(sheet, kind, headings);
    return same && columns
      ? { ...layout, columns: once(fresh.columns.map((_, at) => columns[at] ?? '')) }
      : fresh;
  });
  const choices: Choices = { layouts, diaries };
  return store.uploads.choose(upload.review, upload.id, upload.version, JSON.stringify(choices));
}

/** Each column once: of two that are said to be the same the first counts. */
const once = (columns: readonly string[]): readonly string[] =>
  columns.map((column, i) => (columns.indexOf(column) === i ? column : ''));

/**
 * What would come of bringing the tables in, without doing it. Worked out apart, like the reading: names by the thousand
 * are held against each other.
 */
export const lookOver = (
  entry: Entry,
  { tables, diaries }: TablesWaiting,
  peers: boolean,
): Promise<Reading<BroughtIn>> => readApart({ read: 'bring', entry, tables, how: { diaries, peers } });

/** How the history tells of it: `Brought in 12 people and 3 rooms from People.xlsx`. */
export function whyBrought(rows: readonly RowOutcome[], name: string): string {
  const said = (['add', 'change'] as const).flatMap((does) =>
    tableKinds.flatMap((kind) => {
      const of = rows.filter((row) => row.kind === kind && row.does === does);
      const things = new Set(of.map(({ item }) => `${item?.list} ${item?.id}`)).size;
      return things === 0 ? [] : [`${does === 'add' ? '' : 'changes to '}${counted[kind](things)}`];
    }),
  );
  return `Brought in ${said.length > 0 ? andList(said) : 'nothing new'} from ${name}`;
}

const counted: Readonly<Record<TableKind, (n: number) => string>> = {
  people: (n) => (n === 1 ? '1 person' : `${n} people`),
  sites: (n) => (n === 1 ? '1 site' : `${n} sites`),
  rooms: (n) => (n === 1 ? '1 room' : `${n} rooms`),
  sessions: (n) => (n === 1 ? '1 session' : `${n} sessions`),
  diaries: (n) => (n === 1 ? '1 diary' : `${n} diaries`),
};

const andList = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
