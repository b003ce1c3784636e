import { createHash } from 'node:crypto';
import { timesLeft } from '../solver/explain/left/left.ts';
import { everyoneIn, sessionsToPlace } from '../src/review/facts.ts';
import { perReview } from '../src/review/per-review.ts';
import type { Review } from '../src/review/review.ts';
import type { Session } from '../src/review/session.ts';
import { withUsualTeam } from '../src/review/usual-team.ts';
import type { Span } from '../src/time/span.ts';

/** The distinct times of each session to place, looked at by itself, by its id. */
export type WeekTimes = ReadonlyMap<string, readonly Span[]>;

/** So many sessions are kept: those of a few dozen reviews. */
const MOST_KEPT = 5000;
/** Milliseconds that are worked at a stretch before others have their turn. */
const STRETCH = 15;

/** What was found, by everything that it depends on: most of it stays when one diary changes. */
const kept = new Map<string, readonly Span[]>();

/** When each session could be held. Some milliseconds for each whose people or places changed; others have their turn between. */
export const weekTimes = perReview(async (entered): Promise<WeekTimes> => {
  const review = withUsualTeam(entered);
  const week = saysOfAll(review);
  const found = new Map<string, readonly Span[]>();
  let since = performance.now();
  for (const session of sessionsToPlace(review)) {
    found.set(session.id, timesOf(review, week, session));
    if (performance.now() - since < STRETCH) continue;
    await new Promise((resolve) => setImmediate(resolve));
    since = performance.now();
  }
  return found;
});

/** What is said of the week and the places, the same for every session; people and sessions go with each. */
function saysOfAll(review: Review): string {
  const { contacts: _c, sessions: _s, meetings: _m, declined: _d, ...rest } = review;
  return createHash('sha256')
    .update(JSON.stringify({ ...rest, revision: 0, editedAt: '' }))
    .digest('base64');
}

function timesOf(review: Review, week: string, session: Session): readonly Span[] {
  const people = everyoneIn(review, session);
  const own = {
    sessions: review.sessions.filter((s) => s.id === session.id || session.includes.includes(s.id)),
    contacts: review.contacts.filter((c) => people.includes(c.id) || c.id === session.host),
  };
  const key = createHash('sha256').update(week).update(JSON.stringify(own)).digest('base64');
  const times = kept.get(key) ?? timesLeft(review, session).map(({ from, to }) => ({ from, to }));
  // The ones asked for last are kept longest.
  kept.delete(key);
  kept.set(key, times);
  if (kept.size > MOST_KEPT) kept.delete(kept.keys().next().value ?? '');
  return times;
}
