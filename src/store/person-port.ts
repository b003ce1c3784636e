import type { Signature } from './saved.ts';

/** A row that is about one person and nothing else: a private link, a message to them. */
export interface PersonRow {
  readonly table: string;
  readonly row: Readonly<Record<string, unknown>>;
}

/** Whose rows, and what becomes of every other text of the review. */
export interface Erasure {
  readonly person: string;
  /** Addresses that messages were sent to. */
  readonly emails: readonly string[];
  /** Takes the person out of a text. */
  readonly text: (text: string) => string;
  /** What the review's file becomes, given as it is. */
  readonly review: (file: string) => string;
}

export interface PersonPort {
  /** The rows that are about one person alone, without what only opens something. */
  rows(review: string, person: string, emails: readonly string[]): Promise<readonly PersonRow[]>;
  /**
   * Takes a person out of everything that is kept of a review: their rows are deleted, all other texts changed, the
   * history's files and lines too. The one thing that changes what the history says. False where the review was
   * changed since `expected`, or is not there; then nothing was touched.
   */
  erase(review: string, expected: number, erasure: Erasure, signature: Signature): Promise<boolean>;
}
