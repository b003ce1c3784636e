import type { OpenReview } from '../src/actions/open-review.ts';
import type { Edition } from '../src/publish/calendar/entry.ts';

/** The later of two moments in UTC, ISO 8601. */
const later = (a: string, b: string): string => (Date.parse(a) > Date.parse(b) ? a : b);

/**
 * Which edition calendars are given: of the review's last edit or, where that is later, of its programme, which may
 * have been built anew without an edit.
 */
export const editionOf = ({ review, draft }: OpenReview): Edition => ({
  sequence: review.revision + (draft?.version ?? 1) - 1,
  stamp: draft ? later(draft.savedAt, review.editedAt) : review.editedAt,
});
