import { hasBegun } from '../../programme/past.ts';
import type { Held } from '../../programme/placement.ts';
import { everyoneIn, siteOfPlace } from '../../review/facts.ts';
import type { Review } from '../../review/review.ts';
import { free, type Minute, overlaps, QUARTER, type Span } from '../../time/span.ts';

/** Whether a session takes up a person, a room or a site. */
export const takesUp = (review: Review, { session, placement }: Held, id: string): boolean =>
  placement.peers.includes(id) ||
  everyoneIn(review, session).includes(id) ||
  ('room' in placement.place && placement.place.room === id) ||
  siteOfPlace(review, session, placement.place) === id;

/** On whole quarter hours, outwards: the grid on which sessions are placed. */
const onQuarters = ({ from, to }: Span): Span => ({
  from: Math.floor(from / QUARTER) * QUARTER,
  to: Math.ceil(to / QUARTER) * QUARTER,
});

/**
 * When somebody or something can’t be had from a minute on: without what had begun by then and was held all the same,
 * so that what has happened stays as it was, and is no fault of the programme.
 */
export function leftOf(
  review: Review,
  held: readonly Held[],
  id: string,
  gone: Span,
  minute: Minute,
): readonly Span[] {
  const begun = held
    .filter((h) => hasBegun(h.placement, minute) && takesUp(review, h, id))
    .map((h) => ({
      from: Math.min(h.placement.start, h.placement.away.from),
      to: Math.max(h.placement.end, h.placement.away.to),
    }));
  const span = onQuarters(gone);
  return span.from < span.to ? free(span, begun) : [];
}

/** What is still to come and falls into the time in which somebody or something can’t be had. */
export const inTheWay = (
  review: Review,
  held: readonly Held[],
  id: string,
  gone: readonly Span[],
  minute: Minute,
): readonly Held[] =>
  held.filter(
    (h) =>
      !hasBegun(h.placement, minute) &&
      takesUp(review, h, id) &&
      gone.some((span) => overlaps(span, h.placement.away)),
  );
