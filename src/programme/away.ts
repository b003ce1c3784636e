import { baseSite, siteOfPlace, travelMinutes } from '../review/facts.ts';
import type { Place } from '../review/places.ts';
import type { Review } from '../review/review.ts';
import type { Session } from '../review/session.ts';
import { QUARTER, type Span } from '../time/span.ts';

/**
 * The peers' time for a session held at `time` in `place`. A visit's holds its travel from and back to the base, and
 * ends on a quarter hour so that it can end at a swap point (rules `travel`, `aligned-ends`); for all else it is the
 * contact's own time, and the travel lies between one thing and the next.
 */
export function awayFor(review: Review, session: Session, place: Place, time: Span): Span {
  if (session.kind !== 'site-visit') return time;
  const travel = travelMinutes(review, baseSite(review), siteOfPlace(review, session, place));
  if (travel === 0) return time;
  return { from: time.from - travel, to: Math.ceil((time.to + travel) / QUARTER) * QUARTER };
}
