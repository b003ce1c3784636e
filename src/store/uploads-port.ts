/** What somebody brought: tables of a workbook, or calendars. */
export type UploadKind = 'tables' | 'calendars';

/** Something brought that waits to be looked over, without what is in it. */
export interface UploadLine {
  readonly id: string;
  readonly review: string;
  /** Counts the choices made about it, from 1. */
  readonly version: number;
  readonly kind: UploadKind;
  /** The name of the file, or what it is where there is none. */
  readonly name: string;
  readonly by: string;
  /** UTC, ISO 8601. */
  readonly at: string;
}

export interface Upload extends UploadLine {
  /** What was read of it, as JSON; never the file itself. */
  readonly content: string;
  /** How it is to be brought in, as JSON. */
  readonly choices: string;
}

/**
 * Uploads between being brought and being brought in. They are no part of the review: no history tells of them, they are
 * gone after a day, and with the review.
 */
export interface UploadPort {
  /** Keeps something new; of those of the review that wait, the newest stay. What is older than a day goes. */
  keep(upload: Pick<Upload, 'review' | 'kind' | 'name' | 'by' | 'content' | 'choices'>): Promise<Upload>;
  /** Undefined where it is not (or no longer) there, or belongs to another review. */
  find(review: string, id: string): Promise<Upload | undefined>;
  /** Those of a review, the newest first. */
  of(review: string): Promise<readonly UploadLine[]>;
  /** Changes how it is to be brought in; false where somebody else chose first, or it is gone. */
  choose(review: string, id: string, expected: number, choices: string): Promise<boolean>;
  drop(review: string, id: string): Promise<void>;
  /** Takes away what is older than a day, of every review. */
  sweep(): Promise<void>;
}
