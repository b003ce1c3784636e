import type { HeaderView } from '../page/sheet.ts';

/**
 * Something to hand out, as data: PDF, Word, Excel and the printed pages all draw this, so that none of them says
 * anything that another does not. Plain values, so that it can be sent to a thread.
 */
export interface Paper {
  /** What the whole is called: `Norshire: travel sheet`. */
  readonly title: string;
  readonly header: HeaderView;
  /** UTC, ISO 8601: when what it shows was made. The files carry this date and no other. */
  readonly at: string;
  readonly sheets: readonly Sheet[];
}

/** A page, or what begins on a page of its own. */
export interface Sheet {
  /** Short, for tabs and bookmarks: `Tuesday 24 March`. */
  readonly name: string;
  readonly landscape: boolean;
  readonly title: string;
  readonly lead: string;
  /** Said before the tables. */
  readonly before: readonly string[];
  readonly tables: readonly Table[];
  /** Said after them. */
  readonly notes: readonly string[];
  /** In small print: the key to the initials, exceptions, what has no place. */
  readonly foot: readonly FootNote[];
  readonly text: TextSize;
  /** Columns in which its tables stand, one below the other, where they are narrow. */
  readonly columns: 1 | 2;
  /** The same in fewer words, for where it would have to be too small to be read on one page. */
  readonly briefer?: Pick<Sheet, 'tables' | 'foot'>;
}

export interface FootNote {
  readonly strong: string;
  readonly text: string;
}

/**
 * Points. Where `onePage`, as large as one page of A4 allows between the two, in fewer words where need be, and on A3
 * where A4 has no room for text that can be read; else the largest, on as many pages as it takes.
 */
export interface TextSize {
  readonly largest: number;
  readonly smallest: number;
  readonly onePage: boolean;
}

export interface Table {
  /** What it is of; empty where the sheet’s title says it. */
  readonly caption: string;
  /** The heading of the first column, whose cells head their rows; and how wide it is, in ems: 0 for none. */
  readonly corner: string;
  readonly headWidth: number;
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  /** A list: its columns need no headings, and its rows stand closer. */
  readonly list?: true;
  /** Not broken over two pages where it goes on one. */
  readonly whole?: true;
}

export interface Column {
  readonly heading: string;
  /** How wide, against the others. */
  readonly share: number;
}

export interface Row {
  readonly head: readonly Line[];
  /** How tall it is at least, against other rows: quarters of an hour; 0 for as tall as what is in it. */
  readonly quarters: number;
  readonly quiet: boolean;
  /** Those that begin in it, from the left. */
  readonly cells: readonly Cell[];
}

export interface Cell {
  readonly lines: readonly Line[];
  readonly rows: number;
  readonly columns: number;
  readonly look: 'plain' | 'weighty' | 'quiet';
}

export interface Line {
  readonly text: string;
  readonly weight: 'strong' | 'plain' | 'quiet';
  /** At the far end of the line: the initials of the pair. */
  readonly end?: string;
}

export const strong = (text: string, end = ''): Line => ({
  text,
  weight: 'strong',
  ...(end !== '' && { end }),
});
export const plain = (text: string): Line => ({ text, weight: 'plain' });
export const quiet = (text: string): Line => ({ text, weight: 'quiet' });

/** Lines of texts, those that are empty left out. */
export const plainLines = (texts: readonly string[]): readonly Line[] =>
  texts.filter((text) => text !== '').map(plain);

export const cell = (...lines: readonly Line[]): Cell => ({
  lines: lines.filter((line) => line.text !== ''),
  rows: 1,
  columns: 1,
  look: 'plain',
});

/** A row of a list: what heads it, then a cell a column. */
export const row = (head: string, ...cells: readonly (string | Cell)[]): Row => ({
  head: [strong(head)],
  quarters: 0,
  quiet: false,
  cells: cells.map((c) => (typeof c === 'string' ? cell(plain(c)) : c)),
});

/** Text on paper is no smaller than this, in points. */
export const legible = 8.5;
/** As large as one page allows, never larger than is pleasant to read, and never too small to be read. */
export const onOnePage: TextSize = { largest: 10.5, smallest: legible, onePage: true };
/** Lists, which go on over as many pages as they need. */
export const flowing: TextSize = { largest: 10, smallest: 10, onePage: false };

/** A sheet with the usual for what is not said. */
export const sheet = (given: Pick<Sheet, 'name' | 'title'> & Partial<Sheet>): Sheet => ({
  landscape: false,
  lead: '',
  before: [],
  tables: [],
  notes: [],
  foot: [],
  text: flowing,
  columns: 1,
  ...given,
});
