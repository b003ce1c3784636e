import type { Part } from './form-view.ts';

/** One cell of a row; its label is shown where the row is a card. */
export interface Cell {
  readonly text: string;
  readonly href?: string | undefined;
  /** Said in a quieter voice: nothing is entered there. */
  readonly quiet?: boolean;
}

/** A row of a list of what is entered: shown, being changed, or being asked whether it is to go. */
export interface Row {
  readonly id: string;
  readonly name: string;
  /** Its own page. */
  readonly href?: string | undefined;
  readonly cells: readonly Cell[];
  readonly edit?: string | undefined;
  /** The page of its own on which it is changed, where that does not fit a row. */
  readonly page?: string | undefined;
  readonly duplicate?: string | undefined;
  /** Removed at once, since nothing goes with it and it can be undone. */
  readonly remove?: string | undefined;
  /** Asked first, since other things go with it. */
  readonly askRemove?: string | undefined;
  readonly form?: {
    readonly action: string;
    readonly parts: readonly Part[];
    readonly save: string;
    readonly cancel: string;
    /** Where there is more to change than a row holds. */
    readonly more?: { readonly href: string; readonly text: string };
  };
  readonly removing?: {
    readonly action: string;
    readonly losses: readonly string[];
    /** What may be taken out with it. */
    readonly also: readonly Part[];
    readonly cancel: string;
  };
}

export interface Column {
  readonly text: string;
  readonly key: string;
}

/** How a list is sorted: by a column, up or down. */
export interface Sorting {
  readonly key: string;
  readonly down: boolean;
}

/** `organisation`, or `-organisation` for the other way round; the first column where that is neither. */
export function sortingOf(asked: string | undefined, columns: readonly Column[]): Sorting {
  const down = asked?.startsWith('-') ?? false;
  const key = down ? asked?.slice(1) : asked;
  const known = columns.find((column) => column.key === key);
  return known ? { key: known.key, down } : { key: columns[0]!.key, down: false };
}

export const sortText = ({ key, down }: Sorting): string => `${down ? '-' : ''}${key}`;

/** In the order of a column; what is empty comes last either way, and equal ones keep their order. */
export function sorted<T>(
  items: readonly T[],
  { down }: Sorting,
  by: (item: T) => string | number,
): readonly T[] {
  const empty = (key: string | number) => key === '';
  return [...items].sort((a, b) => {
    const [x, y] = [by(a), by(b)];
    if (empty(x) || empty(y)) return Number(empty(x)) - Number(empty(y));
    const way =
      typeof x === 'number' && typeof y === 'number'
        ? x - y
        : String(x).localeCompare(String(y), 'en-GB', { numeric: true });
    return down ? -way : way;
  });
}

/** The heads of a table that can be sorted by each. */
export const columnsView = (columns: readonly Column[], now: Sorting, href: (sort: string) => string) =>
  columns.map(({ text, key }) => {
    const current = key === now.key;
    return {
      text,
      key,
      href: href(sortText({ key, down: current && !now.down })),
      sorted: current ? (now.down ? 'descending' : 'ascending') : 'none',
    };
  });

/** Whether a row has every word that is looked for, wherever in it. */
export function matches(find: string, texts: readonly string[]): boolean {
  const text = texts.join(' ').toLocaleLowerCase('en-GB');
  return find
    .toLocaleLowerCase('en-GB')
    .split(/\s+/)
    .every((word) => text.includes(word));
}

export interface ListGiven {
  /** What its ids begin with. */
  readonly id: string;
  readonly heading: string;
  /** Where the heading of the page says it already. */
  readonly headingHidden?: boolean;
  readonly about?: string;
  readonly add?:
    | { readonly action: string; readonly parts: readonly Part[]; readonly button: string }
    | undefined;
  readonly find: { readonly action: string; readonly label: string; readonly value: string };
  readonly columns: readonly Column[];
  readonly sorting: Sorting;
  readonly sortHref: (sort: string) => string;
  /** All rows, in their order; those that `find` does not match are left out. */
  readonly rows: readonly Row[];
  /** What to do first, where there is nothing yet. */
  readonly empty: string;
  /** `person`, `people`. */
  readonly noun: readonly [string, string];
  readonly seen: number;
}

/** So many rows are seen at a glance: nothing needs to be found in them. */
const FEW = 5;

/** A list as `views/entering/list.hbs` draws it. */
export function listView(given: ListGiven) {
  const { columns, rows, find, noun, sorting, sortHref, ...rest } = given;
  const isOpen = (row: Row) => row.form !== undefined || row.removing !== undefined;
  const shown = rows.filter(
    (row) => isOpen(row) || matches(find.value, [row.name, ...row.cells.map((cell) => cell.text)]),
  );
  const all = `${rows.length} ${noun[rows.length === 1 ? 0 : 1]}`;
  return {
    ...rest,
    isEmpty: rows.length === 0,
    find: {
      ...find,
      isUseful: rows.length > FEW || find.value !== '',
      count: find.value ? `${shown.length} of ${all}` : all,
    },
    columns: columnsView(columns, sorting, sortHref),
    span: columns.length + 1,
    rows: shown.map((row) => ({
      ...row,
      cells: row.cells.map((cell, i) => ({ ...cell, label: columns[i + 1]?.text ?? '' })),
    })),
  };
}
