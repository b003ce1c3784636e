import { timeOf } from '../programme/placement.ts';
import { asHeld, heldIn, heldInRoom, type Programme } from '../programme/programme.ts';
import { roomOf, siteOf } from '../review/facts.ts';
import type { FixedEvent } from '../review/frame.ts';
import type { Room } from '../review/places.ts';
import type { Review } from '../review/review.ts';
import type { Span } from '../time/span.ts';
import { clockSpan } from '../time/words.ts';
import { byDay } from './person-week.ts';
import { type PairMember, pairOf, peopleIn, whoWords } from './who.ts';

export interface RoomItem extends Span {
  readonly kind: 'event' | 'session';
  readonly about: string;
  readonly title: string;
  readonly time: string;
  readonly who: string;
  readonly pair: readonly PairMember[];
  readonly equipment: readonly string[];
  /** People expected, peers among them; null where it is not known. */
  readonly people: number | null;
}

export interface RoomWeek {
  readonly room: {
    readonly id: string;
    readonly name: string;
    readonly where: string;
    readonly capacity: number;
  };
  readonly days: readonly {
    readonly day: number;
    readonly name: string;
    readonly items: readonly RoomItem[];
  }[];
}

/** The fixed events held in a room: those given no place are in the base room, but lunch may be anywhere. */
export const roomEvents = (review: Review, room: Room): readonly FixedEvent[] =>
  review.frame.events.filter(
    (e) =>
      e.room === room.id ||
      (room.baseRoom && e.room === undefined && e.site === undefined && e.kind !== 'lunch'),
  );

/** What is held in a room, by day; the base room has the team's own events too. Undefined for no such room. */
export function roomWeek(review: Review, programme: Programme, roomId: string): RoomWeek | undefined {
  const room = roomOf(review, roomId);
  if (!room) return undefined;
  const actual = asHeld(review, programme);
  const sessions = heldInRoom(heldIn(actual, programme), roomId).map((held): RoomItem => {
    const pair = pairOf(actual, held.placement);
    return {
      kind: 'session',
      about: held.session.id,
      title: held.session.title,
      ...timeOf(held.placement),
      time: clockSpan(timeOf(held.placement)),
      who: whoWords(held.session, peopleIn(actual, held.session)),
      pair,
      equipment: held.session.place.equipment,
      people: Math.max(held.session.headcount, held.session.contacts.length) + pair.length,
    };
  });
  const events = roomEvents(actual, room).map(
    (e): RoomItem => ({
      kind: 'event',
      about: e.id,
      title: e.title,
      from: e.from,
      to: e.to,
      time: clockSpan(e),
      who: '',
      pair: [],
      equipment: e.equipment,
      people:
        e.headcount === undefined ? null : e.headcount + (e.peers === 'all' ? actual.peers : e.peers).length,
    }),
  );
  return {
    room: {
      id: room.id,
      name: room.name,
      where: [...new Set([room.building, siteOf(actual, room.site)?.name])].filter(Boolean).join(', '),
      capacity: room.capacity,
    },
    days: byDay(actual, [...events, ...sessions]),
  };
}
