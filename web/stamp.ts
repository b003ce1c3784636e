import type { AgreedReview } from '../src/actions/open-agreed.ts';
import type { OpenReview } from '../src/actions/open-review.ts';
import type { Stamp } from '../src/publish/stamp.ts';
import { instantMoment } from '../src/time/words.ts';

/** What stands on paper of a release: its number, and when it was approved. */
export const releaseStamp = ({ review, release }: Pick<AgreedReview, 'review' | 'release'>): Stamp => ({
  draft: false,
  words: `Release ${release.number}, approved ${instantMoment(review.week, release.at)}`,
  at: release.at,
});

/** The later of two moments in UTC, ISO 8601. */
const later = (a: string, b: string): string => (Date.parse(a) > Date.parse(b) ? a : b);

/** What stands on paper of what is being worked on: which edit of the review and of its programme, and when that was. */
export function draftStamp(open: OpenReview): Stamp {
  const { review, draft } = open;
  // A programme may have been built anew without an edit of the review.
  const at = draft ? later(draft.savedAt, review.editedAt) : review.editedAt;
  const which = draft ? `Version ${review.revision}.${draft.version}` : `Version ${review.revision}`;
  return { draft: true, words: `${which}, ${instantMoment(review.week, at)}`, at };
}
