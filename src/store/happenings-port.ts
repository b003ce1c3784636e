import type { Happened } from '../review/happening.ts';
import type { Minute } from '../time/span.ts';
import type { Saved, Signature } from './saved.ts';

/**
 * What became of something that happened: nothing yet; the programme was mended; it was left as it is; or it was reported
 * in error.
 */
export type HappeningState = 'open' | 'mended' | 'left' | 'withdrawn';

/** Something that happened in the week, as somebody reported it. */
export interface Happening extends Happened {
  readonly id: string;
  /** Counts the writes, from 1. */
  readonly version: number;
  readonly review: string;
  /** What was said with it. */
  readonly note: string;
  /** The minute of the week at which it was reported. */
  readonly atMinute: Minute;
  /** Tried out on a moment that was chosen: it did not happen. */
  readonly rehearsed: boolean;
  readonly state: HappeningState;
  readonly by: string;
  /** UTC, ISO 8601. */
  readonly at: string;
  readonly settledBy?: string;
  readonly settledAt?: string;
  /** The version of the draft, and the release, that came of it. */
  readonly draftVersion?: number;
  readonly release?: number;
}

/** That somebody agreed the pairs of a day. */
export interface PairsAgreed {
  readonly review: string;
  readonly day: number;
  readonly by: string;
  /** UTC, ISO 8601. */
  readonly at: string;
  /** The version of the draft whose pairs they are. */
  readonly draftVersion: number;
}

export interface HappeningPort {
  report(
    happened: Omit<
      Happening,
      'id' | 'version' | 'state' | 'by' | 'at' | 'settledBy' | 'settledAt' | 'draftVersion' | 'release'
    >,
    signature: Signature,
  ): Promise<Happening>;
  /** Those of a review, the oldest first. */
  of(review: string): Promise<readonly Happening[]>;
  /** Undefined where it is not there, or belongs to another review. */
  find(review: string, id: string): Promise<Happening | undefined>;
  /** Says what became of it, over `expected`. */
  settle(
    review: string,
    id: string,
    expected: number,
    became: Pick<Happening, 'state' | 'draftVersion' | 'release'>,
    signature: Signature,
  ): Promise<Saved<Happening>>;
  /** Notes that the pairs of a day are agreed as a version of the draft has them; over what was agreed of that day before. */
  agreePairs(
    agreed: Pick<PairsAgreed, 'review' | 'day' | 'draftVersion'>,
    signature: Signature,
  ): Promise<void>;
  /** By day. */
  pairsAgreed(review: string): Promise<readonly PairsAgreed[]>;
}
