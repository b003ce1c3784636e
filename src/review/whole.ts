/** What a column of a kept row holds. */
export type Value = string | number | null;
export type KeptRow = Readonly<Record<string, Value>>;

/**
 * A review with everything that belongs to it, as it is kept: what was entered, the draft and the what-ifs, releases,
 * comments, exceptions, diaries asked for, what happened, and the whole history with every version. Without what opens
 * anything (links, tokens, letters that hold them) and without the accounts of the place it was kept in.
 */
export interface WholeReview {
  /** The review's id. */
  readonly review: string;
  /** What the steps were called that had made the tables, in their order. */
  readonly steps: readonly string[];
  /** Rows by table, each in the order in which they are kept. */
  readonly tables: Readonly<Record<string, readonly KeptRow[]>>;
}

/** Columns that hold a file of its own: in a zip each is one, to be opened by itself. */
const files: Readonly<Record<string, readonly string[]>> = {
  review: ['file'],
  programme: ['file'],
  release: ['review_file', 'programme_file'],
  scenario: ['file'],
  history: ['file'],
};

export const isFileColumn = (table: string, column: string): boolean =>
  files[table]?.includes(column) ?? false;
