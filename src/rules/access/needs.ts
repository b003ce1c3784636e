import type { Held } from '../../programme/placement.ts';
import { hostOf, roomOf, siteOf } from '../../review/facts.ts';
import type { Review } from '../../review/review.ts';

/**
 * What a person needs and a place does not offer. A room, an office and a site speak each for themselves: the list of
 * a room says what somebody who meets there has, the way in included, so a site's list adds nothing to it and takes
 * nothing from it. What is not listed is not offered. People's own offices suit them, and a call suits everybody.
 */
export function unmet(
  review: Review,
  { session, placement: { place } }: Held,
  person: string,
  needs: readonly string[],
): readonly string[] {
  if (needs.length === 0 || 'phone' in place) return [];
  if ('room' in place) return without(needs, roomOf(review, place.room)?.access);
  if ('site' in place) return without(needs, siteOf(review, place.site)?.access);
  const host = hostOf(review, session);
  return host?.id === person ? [] : without(needs, host?.office?.access);
}

/** The needs that a journey between two sites does not meet; one that says nothing of access meets all. */
export function unmetOnTheWay(
  review: Review,
  from: string | undefined,
  to: string | undefined,
  needs: readonly string[],
): readonly string[] {
  if (needs.length === 0 || from === undefined || to === undefined || from === to) return [];
  const offers = review.travel.find((t) => t.between.includes(from) && t.between.includes(to))?.access;
  return offers ? without(needs, offers) : [];
}

/** The needs that are not among what is offered. */
export const without = (needs: readonly string[], offers: readonly string[] = []): readonly string[] =>
  needs.filter((need) => !offers.includes(need));
