import type { Review } from '../review/review.ts';
import { instantMoment } from '../time/words.ts';
import { isDraft } from './words.ts';

/** Which version something handed out is, and when it was made: of the release, of the draft or of the file; never of the clock. */
export interface Stamp {
  readonly draft: boolean;
  /** `Release 2, approved 10 March 2026, 9.30am`. */
  readonly words: string;
  /** UTC, ISO 8601. */
  readonly at: string;
}

/** Of a review that comes as a file: its own revision and date. */
export function fileStamp(review: Review): Stamp {
  const draft = isDraft(review);
  const at = review.approvedAt ?? review.editedAt;
  const words = `Version ${review.revision}, ${draft ? '' : 'approved '}${instantMoment(review.week, at)}`;
  return { draft, words, at };
}
