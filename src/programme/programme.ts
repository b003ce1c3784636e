import { everyoneIn, sessionOf, siteOf } from '../review/facts.ts';
import type { FixedEvent } from '../review/frame.ts';
import type { Review } from '../review/review.ts';
import { dayOf, type Minute, type Span } from '../time/span.ts';
import { type Held, type Placement, timeOf } from './placement.ts';

/** Six figures, compared in order: rules.md, "Tiers". */
export type Cost = readonly [number, number, number, number, number, number];

export interface Unplaced {
  readonly session: string;
  /** Sentences: what stands in the way. */
  readonly because: readonly string[];
}

/** Fixed events + placements + what could not be placed and why. */
export interface Programme {
  /** The review's id. */
  readonly review: string;
  readonly revision: number;
  readonly placements: readonly Placement[];
  /** Times of fixed events that differ from the frame's, as in a hand-made programme. */
  readonly fixedEvents: readonly { readonly id: string; readonly start: Minute; readonly end: Minute }[];
  readonly unplaced: readonly Unplaced[];
  readonly cost?: Cost;
  readonly bound?: Cost;
  readonly seed?: number;
}

/** How much one cost is over another, tier by tier: below 0 where it is less. */
export const costOver = (cost: Cost, other: Cost): Cost =>
  cost.map((n, tier) => n - other[tier]!) as unknown as Cost;

/** Negative where `a` is better than `b`, tier by tier. */
export function compareCosts(a: Cost, b: Cost): number {
  for (let tier = 0; tier < 6; tier++) {
    const difference = a[tier]! - b[tier]!;
    if (Math.abs(difference) > 1e-9) return difference;
  }
  return 0;
}

/** The review with its fixed events at the times that the programme gives them, in time order still. */
export function asHeld(review: Review, programme: Programme): Review {
  if (programme.fixedEvents.length === 0) return review;
  const times = new Map(programme.fixedEvents.map((e) => [e.id, e]));
  const events = review.frame.events.map((event): FixedEvent => {
    const time = times.get(event.id);
    return time ? { ...event, from: time.start, to: time.end, day: dayOf(time.start) } : event;
  });
  events.sort((a, b) => a.from - b.from);
  return { ...review, frame: { ...review.frame, events } };
}

/** The order of time in which placements are asked about: by start, by end, and always one. */
export const inTimeOrder = (a: Held, b: Held): number =>
  a.placement.start - b.placement.start ||
  a.placement.end - b.placement.end ||
  (a.session.id < b.session.id ? -1 : 1);

/** The placements with their sessions, in time order; those of sessions the review does not know are left out. */
export function heldIn(review: Review, programme: Pick<Programme, 'placements'>): readonly Held[] {
  return programme.placements
    .flatMap((placement) => {
      const session = sessionOf(review, placement.session);
      return session ? [{ session, placement }] : [];
    })
    .sort(inTimeOrder);
}

/** The span in which a person is taken up: peers with their travel, contacts for their own time. */
export const timeFor = (held: Held, person: string): Span =>
  held.placement.peers.includes(person) ? held.placement.away : timeOf(held.placement);

/** What a peer or contact has, in time order. */
export const heldBy = (review: Review, held: readonly Held[], person: string): readonly Held[] =>
  held.filter((h) => h.placement.peers.includes(person) || everyoneIn(review, h.session).includes(person));

/** What is held in a room, in time order. */
export const heldInRoom = (held: readonly Held[], room: string): readonly Held[] =>
  held.filter((h) => 'room' in h.placement.place && h.placement.place.room === room);

/** The fixed events that a peer or contact attends. */
export const eventsFor = (review: Review, person: string): readonly FixedEvent[] => {
  const isPeer = review.peers.some((p) => p.id === person);
  return review.frame.events.filter(
    (e) => (isPeer && (e.peers === 'all' || e.peers.includes(person))) || e.contacts.includes(person),
  );
};

/** Words for a place: the room and its building, the office, the site, or by phone. */
export function placeName(review: Review, held: Held): string {
  const place = held.placement.place;
  if ('phone' in place) return 'By phone';
  if ('site' in place) return siteOf(review, place.site)?.name ?? place.site;
  if ('room' in place) {
    const room = review.rooms.find((r) => r.id === place.room);
    return room ? [room.name, room.building].filter(Boolean).join(', ') : place.room;
  }
  const host = review.contacts.find((c) => c.id === (held.session.host ?? held.session.contacts[0]));
  return host?.office?.name ?? `${host?.name ?? 'Host'}’s office`;
}
