import { diaryLists } from '../../entry/diaries.ts';
import type { Entry } from '../../entry/entry.ts';
import { type Seat, seating, seatsIn } from '../../entry/seat.ts';
import { withUsualTravel } from '../../entry/usual-travel.ts';
import type { TableKind } from '../spreadsheet/columns.ts';
import type { Layout } from '../spreadsheet/recognise.ts';
import type { Sheet } from '../spreadsheet/sheet.ts';
import { comeBack, type Headed } from './come-back.ts';
import { bringDiaries } from './diaries.ts';
import type { DiaryMode } from './diary-times.ts';
import type { RowOutcome } from './outcome.ts';
import { bringPerson } from './people.ts';
import { bringRoom } from './rooms.ts';
import { type Row, rowsOf } from './row.ts';
import { bringSession } from './sessions.ts';
import type { Settled, SoFar } from './settle.ts';
import { bringSite } from './sites.ts';

/** A table as it is to be read. */
export interface Table {
  readonly sheet: Sheet;
  readonly layout: Layout;
}

/** `diaries`: beside what is there, or in place of it. `peers`: their diaries may be changed too. */
export interface How {
  readonly diaries?: DiaryMode;
  readonly peers?: boolean;
}

export interface BroughtIn {
  readonly entry: Entry;
  /** What came of each row, sheet by sheet in the order of their lines. */
  readonly rows: readonly RowOutcome[];
}

const each: Readonly<Record<Exclude<TableKind, 'diaries'>, (so: SoFar, row: Row) => Settled>> = {
  sites: bringSite,
  rooms: bringRoom,
  people: bringPerson,
  sessions: bringSession,
};

/** Sites before the rooms and offices at them, people before the sessions with them, all before their diaries. */
const order = ['sites', 'rooms', 'people', 'sessions'] as const;

/**
 * What an entry becomes when tables are brought into it, and what came of every row. Nothing is ever taken away, and a
 * blank cell leaves what is there; what is known again (by id, e-mail address, then name) is changed, not doubled, so
 * that to bring in the same table twice changes nothing the second time.
 */
export function bringIn(
  entry: Entry,
  tables: readonly Table[],
  { diaries = 'add', peers = false }: How = {},
): BroughtIn {
  let so: SoFar = { entry, done: new Map() };
  const settled: Headed[] = [];
  const ofKind = (kind: TableKind): readonly Row[] =>
    tables.flatMap(({ sheet, layout }, i) => (layout.kind === kind ? rowsOf(sheet, i, layout) : []));
  for (const kind of order)
    for (const row of ofKind(kind)) {
      const { so: next, outcome } = each[kind](so, row);
      so = next;
      settled.push({ outcome, diary: row.heading('diary') });
    }
  const lists = diaryLists.filter((list) => list !== 'peers' || peers);
  const read = bringDiaries(so, ofKind('diaries'), diaries, lists);
  settled.push(...read.outcomes.map((outcome) => ({ outcome, diary: '' })));
  const { entry: after, rows } = comeBack(entry, read.so.entry, settled);
  const sites = after.sites !== entry.sites;
  const inRows = new Set(rows.flatMap((row) => (row.item?.list === 'contacts' ? [row.item.id] : [])));
  const seats = seatsIn(after).filter((seat) => inRows.has(seat.contact));
  const whole = seating(seats)(after);
  return {
    entry: sites ? withUsualTravel(whole) : whole,
    rows: seatedRows(whole, rows, seats).sort((a, b) => a.sheet - b.sheet || a.line - b.line),
  };
}

/** The rows, which say of people whose line of the list had a session without a name that they are seen there. */
function seatedRows({ sessions = [] }: Entry, rows: readonly RowOutcome[], seats: readonly Seat[]) {
  const title = new Map(sessions.map((s) => [s.id, s.title]));
  return rows.map((row): RowOutcome => {
    const own = row.kind === 'people' ? seats.filter((seat) => seat.contact === row.item?.id) : [];
    if (own.length === 0) return row;
    const remarks = own.map((seat) => `Is named in the session “${title.get(seat.session)}”`);
    return {
      ...row,
      does: row.does === 'same' ? 'change' : row.does,
      remarks: [...row.remarks, ...remarks],
    };
  });
}
