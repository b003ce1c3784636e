import type { Held } from '../programme/placement.ts';
import { placeName } from '../programme/programme.ts';
import { baseSite, roomOf, siteOf, siteOfPlace, travelMinutes } from '../review/facts.ts';
import type { FixedEvent } from '../review/frame.ts';
import type { Site } from '../review/places.ts';
import type { Review } from '../review/review.ts';
import { clock, minutes } from '../time/words.ts';

/** Where something is held, for people who must find it. */
export interface Where {
  /** The room and building, the office, the site, or by phone. */
  readonly name: string;
  /** Undefined for a phone call and for what is nowhere known. */
  readonly site?: Site;
  /** Somewhere else than the base room's site. */
  readonly elsewhere: boolean;
}

function where(review: Review, name: string, siteId: string | undefined): Where {
  const site = siteId === undefined ? undefined : siteOf(review, siteId);
  return { name, ...(site && { site }), elsewhere: siteId !== undefined && siteId !== baseSite(review) };
}

export const whereHeld = (review: Review, held: Held): Where =>
  where(review, placeName(review, held), siteOfPlace(review, held.session, held.placement.place));

/** Where a fixed event is: its room, its site, or the base room. */
export function whereEvent(review: Review, event: Pick<FixedEvent, 'room' | 'site'>): Where {
  if (event.site !== undefined && event.room === undefined)
    return where(review, siteOf(review, event.site)?.name ?? event.site, event.site);
  const room = event.room === undefined ? review.rooms.find((r) => r.baseRoom) : roomOf(review, event.room);
  if (!room) return where(review, event.room ?? 'Base room', baseSite(review));
  return where(review, [room.name, room.building].filter(Boolean).join(', '), room.site);
}

/** Where the team is when nothing else is said. */
export const whereTeam = (review: Review): Where => whereEvent(review, {});

/** Enough for one of the team: the name, and the address of what is not on the base's site. */
export const whereForTeam = (place: Where): string => (place.elsewhere ? whereInFull(place) : place.name);

/** The name, then the site and its address where they say more. */
export const whereInFull = (place: Where): string =>
  [
    place.site && place.name.includes(place.site.name) ? '' : place.site?.name,
    place.site?.address,
  ].reduce<string>((said, part) => (part ? `${said}, ${part}` : said), place.name);

/** `Leave at 10.15am, back by 12.30pm`, where the peers' time is wider than the contact's. */
export function awayWords(held: Held): string | undefined {
  const { start, end, away } = held.placement;
  const parts = [
    away.from < start ? `leave at ${clock(away.from)}` : '',
    away.to > end ? `back by ${clock(away.to)}` : '',
  ].filter(Boolean);
  const text = parts.join(', ');
  return text === '' ? undefined : text[0]!.toUpperCase() + text.slice(1);
}

/** `25 minutes from Civic Centre`, for a place away from the base; nothing where it is not known. */
export function journeyWords(review: Review, place: Where): string | undefined {
  const base = baseSite(review);
  const n = travelMinutes(review, base, place.site?.id);
  return n === 0 || base === undefined
    ? undefined
    : `${minutes(n)} from ${siteOf(review, base)?.name ?? base}`;
}
