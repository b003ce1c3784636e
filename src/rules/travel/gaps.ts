import type { Held } from '../../programme/placement.ts';
import { siteOfEvent, siteOfPlace, travelMinutes } from '../../review/facts.ts';
import type { FixedEvent } from '../../review/frame.ts';
import type { Review } from '../../review/review.ts';
import { dayOf, length, type Minute } from '../../time/span.ts';
import { LUNCH } from '../week/lunch.ts';

/** The minutes that a journey takes, and the fewer that there are for it. */
export interface TooShort {
  readonly needed: Minute;
  readonly gap: Minute;
}

/** The site where a placement is. */
export const siteOfHeld = (review: Review, held: Held): string | undefined =>
  siteOfPlace(review, held.session, held.placement.place);

/**
 * Whether there is too little time between one placement and the next, contact's time to contact's time: a visit's own
 * journeys lie in that gap too. What overlaps is for `one-place-at-a-time` to say.
 */
export function tooShortBetween(review: Review, a: Held, b: Held): TooShort | undefined {
  const gap = b.placement.start - a.placement.end;
  if (gap < 0) return undefined;
  const needed = travelMinutes(review, siteOfHeld(review, a), siteOfHeld(review, b));
  return gap < needed ? { needed, gap } : undefined;
}

/**
 * Whether there is too little time between a placement and an event of the same day, whichever comes first. Of a lunch
 * all but its 45 minutes may go on the way; a break is wherever the team is, and does not count.
 */
export function tooShortToEvent(review: Review, held: Held, event: FixedEvent): TooShort | undefined {
  const { start, end } = held.placement;
  if (event.kind === 'break' || event.day !== dayOf(start)) return undefined;
  const between = event.to <= start ? start - event.to : event.from - end;
  if (between < 0) return undefined;
  const needed = travelMinutes(review, siteOfHeld(review, held), siteOfEvent(review, event));
  if (between >= needed) return undefined;
  const spare = event.kind === 'lunch' ? Math.max(0, length(event) - LUNCH) : 0;
  const gap = between + spare;
  return gap < needed ? { needed, gap } : undefined;
}

/** Whether an event is the whole team's. */
export const isForAll = (event: FixedEvent): boolean => event.peers === 'all';

/** Whether a peer is among those whom an event names. */
export const isFor = (event: FixedEvent, peer: string): boolean =>
  event.peers === 'all' || event.peers.includes(peer);
