import type { Outcome } from '../programme/outcome.ts';
import type { Saved, Signature } from './saved.ts';

/** What was proven about a programme and what stood in the way, kept beside its file. */
export type Answer = Pick<Outcome, 'status' | 'conflicts'> & Partial<Pick<Outcome, 'gap'>>;

/** The draft programme of a review: the text of the programme's file. */
export interface StoredProgramme {
  /** The review's id. */
  readonly review: string;
  readonly version: number;
  /** The version of the review that it was built from. */
  readonly reviewVersion: number;
  readonly file: string;
  /** Undefined for a programme made by hand. */
  readonly answer?: Answer;
  readonly savedAt: string;
}

export interface ProgrammePort {
  draftOf(review: string): Promise<StoredProgramme | undefined>;
  saveDraft(
    draft: Pick<StoredProgramme, 'review' | 'reviewVersion' | 'file' | 'answer'>,
    expected: number,
    signature: Signature,
  ): Promise<Saved<StoredProgramme>>;
}
