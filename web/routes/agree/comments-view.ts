import { nameOf } from '../../../src/review/facts.ts';
import type { Review } from '../../../src/review/review.ts';
import type { Comment } from '../../../src/store/agreement-port.ts';
import { instantMoment } from '../../../src/time/words.ts';
import { addresses } from '../../addresses.ts';

const one = (review: Review, comment: Comment) => ({
  id: comment.id,
  version: comment.version,
  by: comment.by,
  at: instantMoment(review.week, comment.at),
  text: comment.text,
});

/** Comments with their answers below them: those that are open first, those that are settled apart. */
export function commentsView(review: Review, comments: readonly Comment[]) {
  const threads = comments
    .filter((c) => c.answers === undefined)
    .map((comment) => ({
      ...one(review, comment),
      about: comment.aboutId === undefined ? 'The whole programme' : nameOf(review, comment.aboutId),
      href:
        comment.about === 'session' && comment.aboutId ? addresses.session(review.id, comment.aboutId) : '',
      answers: comments.filter((c) => c.answers === comment.id).map((c) => one(review, c)),
      settled:
        comment.settledBy === undefined || comment.settledAt === undefined
          ? ''
          : `Settled by ${comment.settledBy}, ${instantMoment(review.week, comment.settledAt)}`,
    }));
  return {
    openComments: threads.filter((t) => t.settled === ''),
    settledComments: threads.filter((t) => t.settled !== ''),
  };
}
