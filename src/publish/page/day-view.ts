import { dayOf, length } from '../../time/span.ts';
import { clock } from '../../time/words.ts';
import type { Mark } from '../cell.ts';
import type { DayGrid, GridCell, GridRow } from '../grid.ts';

/** What `templates/day-grid.hbs` shows; everything is there, for its strict templates. */
export interface DayView {
  readonly caption: string;
  readonly label: string;
  readonly name: string;
  /** In few words, and on as few lines as can be. */
  readonly brief: boolean;
  readonly columns: readonly { readonly heading: string; readonly beyond: boolean }[];
  readonly rows: readonly RowView[];
  /** The heading of a last column of places to go; empty where none is shown. */
  readonly placesHeading: string;
}

export interface RowView {
  readonly from: string;
  readonly to: string;
  readonly kind: GridRow['kind'];
  /** 0 to 24: the class that gives the row its height. */
  readonly quarters: number;
  readonly cells: readonly CellView[];
  /** Times within the row at which the session that is picked could start. */
  readonly places: readonly PlaceCell[];
}

/** A time to which a session that is picked could go. */
export interface PlaceCell {
  readonly start: number;
  readonly id: string;
  readonly href: string;
  readonly time: string;
  readonly when: string;
  readonly state: string;
  readonly word: string;
  readonly cost: string;
  readonly full: string;
  readonly chosen: boolean;
  readonly drop: string;
}

export interface CellView {
  readonly isSession: boolean;
  readonly isEvent: boolean;
  readonly isEmpty: boolean;
  readonly rowspan: number;
  readonly colspan: number;
  /** Counted from 0, TIME not among them. */
  readonly column: number;
  readonly id: string;
  readonly href: string;
  readonly stream: string;
  readonly title: string;
  readonly time: string;
  /** The row's own time does not say it. */
  readonly ownTime: boolean;
  readonly who: string;
  readonly place: string;
  readonly away: string;
  readonly pair: readonly { readonly initials: string; readonly name: string }[];
  readonly marks: readonly { readonly kind: string; readonly word: string; readonly more: string }[];
  readonly continued: boolean;
  /** It is picked, to go elsewhere. */
  readonly picked: boolean;
  /** The address that swaps it with the one that is picked. */
  readonly swap: string;
  /** It can be picked up and dropped. */
  readonly drag: boolean;
}

export interface DayViewOptions {
  /** The address of a session's own page; none on paper. */
  readonly hrefOf?: (session: string) => string;
  /** In few words: those seen without their jobs. */
  readonly brief?: boolean;
  /** Sessions can be picked up. */
  readonly drag?: boolean;
  /** The session that is picked, the places where it could go, and the address that swaps it with another. */
  readonly pick?: {
    readonly id: string;
    readonly title: string;
    readonly places: readonly PlaceCell[];
    readonly swapOf: (session: string) => string;
  };
}

/** The tallest a row may be, in quarters of an hour: past six hours nothing is learnt from more. */
const mostQuarters = 24;

export const quartersOf = (row: GridRow): number =>
  Math.min(
    mostQuarters,
    row.kind === 'nothing' ? Math.floor(length(row) / 30) : Math.round(length(row) / 15),
  );

const markView = (mark: Mark) => ({ kind: mark.kind, word: mark.word, more: mark.more.join(' ') });

const nothing = {
  isSession: false,
  isEvent: false,
  isEmpty: false,
  id: '',
  href: '',
  stream: '',
  title: '',
  time: '',
  ownTime: false,
  who: '',
  place: '',
  away: '',
  pair: [],
  marks: [],
  continued: false,
  picked: false,
  swap: '',
  drag: false,
};

function cellView(grid: DayGrid, cell: GridCell, options: DayViewOptions): CellView {
  const base = { ...nothing, rowspan: cell.rows, colspan: cell.columns, column: cell.column };
  const row = grid.rows[cell.row]!;
  switch (cell.kind) {
    case 'empty':
      return { ...base, isEmpty: true };
    case 'break':
      return { ...base, isEvent: true, title: cell.title, time: cell.time };
    case 'event':
      return {
        ...base,
        isEvent: true,
        id: cell.event,
        title: cell.title,
        time: cell.time,
        ownTime: !cell.continued && cell.time !== row.time,
        who: cell.continued ? '' : (cell.who ?? ''),
        place: cell.placeMatters && !cell.continued ? cell.place : '',
        continued: cell.continued,
      };
    case 'session': {
      const column = grid.columns[cell.column]!;
      return {
        ...base,
        isSession: true,
        id: cell.session,
        href: options.hrefOf?.(cell.session) ?? '',
        stream: column.heading.length === 1 ? `Stream ${column.heading}` : column.heading,
        title: cell.title,
        time: cell.time,
        ownTime: cell.time !== row.time,
        who: options.brief ? cell.names : cell.who,
        // The mark says it.
        place: cell.byPhone ? '' : cell.place,
        away: cell.away ?? '',
        pair: cell.pair.map(({ initials, name, part }) => ({
          initials,
          name: part === undefined ? name : `${name}, ${part}`,
        })),
        marks: cell.marks.map(markView),
        picked: options.pick?.id === cell.session,
        swap: options.pick && options.pick.id !== cell.session ? options.pick.swapOf(cell.session) : '',
        drag: options.drag ?? false,
      };
    }
  }
}

/** A day of the grid as its template wants it: on paper, in the file that opens anywhere, and on the web pages. */
export const dayView = (grid: DayGrid, options: DayViewOptions = {}): DayView => ({
  caption: `${grid.label}: ${grid.name}`,
  label: grid.label,
  name: grid.name,
  brief: options.brief ?? false,
  columns: grid.columns.map(({ heading, beyond }) => ({ heading, beyond })),
  rows: grid.rows.map((row) => ({
    from: clock(row.from),
    to: clock(row.to),
    kind: row.kind,
    quarters: quartersOf(row),
    cells: row.cells.map((cell) => cellView(grid, cell, options)),
    places: placesIn(grid, row, options),
  })),
  placesHeading: options.pick ? `${options.pick.title} could start at` : '',
});

/** The places that begin in a row; those before the first row or after the last are in that one. */
function placesIn({ day, rows }: DayGrid, row: GridRow, { pick }: DayViewOptions): readonly PlaceCell[] {
  const [first, last] = [rows[0] === row, rows.at(-1) === row];
  return (pick?.places ?? []).filter(
    ({ start }) => dayOf(start) === day && (start >= row.from || first) && (start < row.to || last),
  );
}
