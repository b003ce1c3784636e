import { sessionOf } from '../../review/facts.ts';
import type { Review } from '../../review/review.ts';

/**
 * What a session with one person is called where anybody can read it: never by whom it is with. Undefined for what
 * people have to find by its title: focus groups and visits.
 */
export function privateTitle(review: Review, session: string): string | undefined {
  switch (sessionOf(review, session)?.kind) {
    case 'interview':
      return 'Interview in progress';
    case 'debrief':
      return 'Meeting in progress';
    case 'record-review':
      return 'Review of records';
    default:
      return undefined;
  }
}
