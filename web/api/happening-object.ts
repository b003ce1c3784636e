import { happenedWords } from '../../src/publish/happened-words.ts';
import type { Review } from '../../src/review/review.ts';
import type { Happening } from '../../src/store/happenings-port.ts';
import { writeLocal } from '../../src/time/week.ts';

/** Something that happened, as a program reads it. */
export function happeningObject(review: Review, happening: Happening): object {
  const { review: _, from, to, atMinute, draftVersion: __, ...rest } = happening;
  return {
    ...rest,
    from: writeLocal(review.week, from),
    to: writeLocal(review.week, to),
    reportedAt: writeLocal(review.week, atMinute),
    says: happenedWords(review, happening),
  };
}
