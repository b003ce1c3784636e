import { createHash } from 'node:crypto';
import { timesLeft } from '../solver/explain/left/left.ts';
import { everyoneIn, sessionsToPlace } from '../src/review/facts.ts';
import { perReview } from '../src/review/per-review.ts';
import type { Review } from '../src/review/review.ts';
import type { Session } from '../src/review/session.ts';
import { withUsualTeam } from '../src/review/usual-team.ts';

/** So many counts are kept: those of a few dozen reviews. */
const MOST_KEPT = 5000;

/** What was counted, by everything that the count depends on: most of it stays when one diary changes. */
const kept = new Map<string, number>();

/** How many places each session to place has, looked at by itself. */
export const placesCount = perReview((entered): ReadonlyMap<string, number> => {
  const review = withUsualTeam(entered);
  // What is said of the week and the places is the same for all; people and sessions go with each.
  const { contacts: _c, sessions: _s, meetings: _m, declined: _d, ...rest } = review;
  const week = JSON.stringify({ ...rest, revision: 0, editedAt: '' });
  return new Map(sessionsToPlace(review).map((s) => [s.id, countOf(review, week, s)]));
});

function countOf(review: Review, week: string, session: Session): number {
  const people = everyoneIn(review, session);
  const own = {
    sessions: review.sessions.filter((s) => s.id === session.id || session.includes.includes(s.id)),
    contacts: review.contacts.filter((c) => people.includes(c.id) || c.id === session.host),
  };
  const key = createHash('sha256').update(week).update(JSON.stringify(own)).digest('base64');
  const known = kept.get(key);
  const count = known ?? timesLeft(review, session).length;
  // The ones asked for last are kept longest.
  kept.delete(key);
  kept.set(key, count);
  if (kept.size > MOST_KEPT) kept.delete(kept.keys().next().value ?? '');
  return count;
}
