import type { Stage } from '../release/stages.ts';
import type { Saved, Signature } from './saved.ts';

/** Where the agreeing of a review's programme stands. */
export interface Agreement {
  readonly review: string;
  /** Counts the writes; 0 while nothing was shared or approved. */
  readonly version: number;
  readonly stage: Stage;
  /** The version of the draft that was shared, sent back or approved last. */
  readonly programmeVersion?: number;
  readonly by?: string;
  readonly at?: string;
  /** What was said with it. */
  readonly note?: string;
}

export interface AgreementPort {
  of(review: string): Promise<Agreement>;
  /** Shares or sends back: moves to another stage, over `expected`. */
  move(
    review: string,
    expected: number,
    to: { readonly stage: Stage; readonly programmeVersion: number; readonly note: string },
    signature: Signature,
  ): Promise<Saved<Agreement>>;
}

/** A programme as it was approved, for good. */
export interface ReleaseLine {
  readonly review: string;
  /** From 1. */
  readonly number: number;
  readonly programmeVersion: number;
  /** SHA-256 of the two files and of the release before it, so that none can be exchanged unseen. */
  readonly hash: string;
  readonly by: string;
  readonly at: string;
  readonly note: string;
}

export interface Release extends ReleaseLine {
  readonly reviewFile: string;
  readonly programmeFile: string;
}

export interface ReleasePort {
  /** Oldest first. */
  of(review: string): Promise<readonly ReleaseLine[]>;
  find(review: string, number: number): Promise<Release | undefined>;
  /** The one that holds now. */
  latest(review: string): Promise<Release | undefined>;
  /**
   * Approves: the next release, and the stage of the agreement with it, over `expected` (the agreement's version). It is
   * never altered: the database itself refuses.
   */
  approve(
    release: Pick<Release, 'review' | 'programmeVersion' | 'reviewFile' | 'programmeFile' | 'note'>,
    expected: number,
    signature: Signature,
  ): Promise<Saved<Release>>;
}

/** Something said about a draft. */
export interface Comment {
  readonly id: string;
  readonly version: number;
  readonly review: string;
  /** What it is about: the whole, a session or a person. */
  readonly about: 'whole' | 'session' | 'person';
  /** The id of the session or person. */
  readonly aboutId?: string;
  /** The comment that it answers. */
  readonly answers?: string;
  readonly text: string;
  readonly by: string;
  readonly at: string;
  readonly settledBy?: string;
  readonly settledAt?: string;
}

export interface CommentPort {
  /** Oldest first, the settled ones too. */
  of(review: string): Promise<readonly Comment[]>;
  add(
    comment: Pick<Comment, 'review' | 'about' | 'text'> & Partial<Pick<Comment, 'aboutId' | 'answers'>>,
    signature: Signature,
  ): Promise<Comment>;
  /** Says that a comment is dealt with, or that it is not after all. */
  settle(id: string, expected: number, settled: boolean, signature: Signature): Promise<Saved<Comment>>;
}
