import { contactOf, nameOf, roomOf, siteOf } from '../../review/facts.ts';
import type { FixedEvent } from '../../review/frame.ts';
import type { Contact, Peer } from '../../review/people.ts';
import type { Review } from '../../review/review.ts';
import type { DataPart } from '../rule.ts';
import { without } from './needs.ts';

/** Where an event is: its room, or its site, or else the base room. */
const placeOf = (review: Review, event: FixedEvent) => {
  if (event.room !== undefined) return roomOf(review, event.room);
  if (event.site !== undefined) return siteOf(review, event.site);
  return review.rooms.find((room) => room.baseRoom);
};

const guests = (review: Review, event: FixedEvent): readonly (Peer | Contact)[] => [
  ...review.peers.filter((peer) => event.peers === 'all' || event.peers.includes(peer.id)),
  ...event.contacts.flatMap((id) => contactOf(review, id) ?? []),
];

/** The base room and the rooms of fixed events: said of the review, since no programme can choose others. */
export const eventAccess: DataPart = {
  name: 'events',
  kind: 'check',
  shape: 'data',
  asks: 'The base room and the rooms of fixed events meet the access needs of those who are in them.',
  test(review) {
    const places = new Map<string, Map<string, readonly string[]>>();
    for (const event of review.frame.events) {
      const place = placeOf(review, event);
      if (!place) continue;
      const people = places.get(place.id) ?? new Map<string, readonly string[]>();
      places.set(place.id, people);
      for (const guest of guests(review, event)) {
        const needs = without(guest.access, place.access);
        if (needs.length > 0) people.set(guest.id, needs);
      }
    }
    return [...places].flatMap(([where, people]) =>
      [...people].map(([id, needs]) => ({
        who: [id],
        where,
        say: () =>
          `${nameOf(review, id)} needs ${needs.join(' and ')}, which ${nameOf(review, where)} is not said to have.`,
      })),
    );
  },
};
