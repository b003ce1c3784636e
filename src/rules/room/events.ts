import { nameOf, roomOf } from '../../review/facts.ts';
import type { FixedEvent } from '../../review/frame.ts';
import type { Review } from '../../review/review.ts';
import { dayOf } from '../../time/span.ts';
import { weekday } from '../../time/words.ts';
import type { Breach, DataPart } from '../rule.ts';
import { lacking } from './fits.ts';

const named = (review: Review, event: FixedEvent): string =>
  `${event.title} on ${weekday(review.week, dayOf(event.from))}`;

/** What an event wants that its room, where it has one, or else every room it might have, has not got. */
function equipment(review: Review, event: FixedEvent): Breach | undefined {
  if (event.equipment.length === 0) return undefined;
  const room = event.room === undefined ? undefined : roomOf(review, event.room);
  if (room) {
    const missing = lacking(event.equipment, room);
    if (missing.length === 0) return undefined;
    return {
      when: event,
      where: room.id,
      say: () => `${named(review, event)} is in ${room.name}, which has no ${missing.join(' and no ')}.`,
    };
  }
  const rooms = review.rooms.filter((r) => event.site === undefined || r.site === event.site);
  if (rooms.some((r) => lacking(event.equipment, r).length === 0)) return undefined;
  return {
    when: event,
    ...(event.site !== undefined && { where: event.site }),
    say: () =>
      `${named(review, event)} wants ${event.equipment.join(' and ')}, and no room${event.site === undefined ? '' : ` at ${nameOf(review, event.site)}`} has them: add the room it is to be in.`,
  };
}

/** Too many people for the room that an event has. */
function size(review: Review, event: FixedEvent): Breach | undefined {
  const room = event.room === undefined ? undefined : roomOf(review, event.room);
  if (!room) return undefined;
  const peers = event.peers === 'all' ? review.peers.length : event.peers.length;
  const people = Math.max(event.headcount ?? 0, event.contacts.length) + peers;
  if (people <= room.capacity) return undefined;
  return {
    when: event,
    where: room.id,
    say: () =>
      `${room.name} holds ${room.capacity}; ${named(review, event)} is ${people} with the ${peers} of the team.`,
  };
}

/** The presentations, the conference and other fixed events have a room that is fit for them (manual 950, 1472). */
export const eventRooms: DataPart = {
  name: 'events',
  kind: 'check',
  shape: 'data',
  asks: 'The presentations and the conference have a room that holds everybody, with the projector and flipcharts they want.',
  test: (review) =>
    review.frame.events.flatMap((event) =>
      [equipment(review, event), size(review, event)].filter((breach) => breach !== undefined),
    ),
};
