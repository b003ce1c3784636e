import type { Held } from '../../programme/placement.ts';
import { asHeld, eventsFor, heldBy, heldIn, heldInRoom, type Programme } from '../../programme/programme.ts';
import { contactOf, peerOf, roomOf } from '../../review/facts.ts';
import type { Review } from '../../review/review.ts';
import { roomEvents } from '../room-week.ts';
import {
  eventForContact,
  eventForTeam,
  sessionForContact,
  sessionForRoom,
  sessionForTeam,
  travelEntries,
} from './entries.ts';
import type { Entry } from './entry.ts';

/** Whose calendar it is. */
export type Audience =
  | { readonly whole: true }
  | { readonly peer: string }
  | { readonly contact: string }
  | { readonly room: string };

interface Contents {
  readonly name: string;
  readonly events: readonly Entry[];
  /** The sessions that concern the audience, among those given. */
  readonly own: (held: readonly Held[]) => readonly Held[];
  readonly entries: (held: Held, cancelled: boolean) => readonly Entry[];
}

/** What a calendar holds, by whose it is; undefined where the review knows no such person or room. */
export function contentsOf(review: Review, audience: Audience): Contents | undefined {
  if ('whole' in audience)
    return {
      name: 'peer review programme',
      events: review.frame.events.map((e) => eventForTeam(review, e)),
      own: (held) => held,
      entries: (h, cancelled) => [sessionForTeam(review, h, undefined, cancelled)],
    };
  if ('peer' in audience) {
    const peer = peerOf(review, audience.peer);
    return (
      peer && {
        name: `peer review, ${peer.name}`,
        events: eventsFor(review, peer.id).map((e) => eventForTeam(review, e)),
        own: (held) => heldBy(review, held, peer.id),
        entries: (h, cancelled) => [
          sessionForTeam(review, h, peer.id, cancelled),
          ...travelEntries(review, h, cancelled),
        ],
      }
    );
  }
  if ('contact' in audience) {
    const contact = contactOf(review, audience.contact);
    return (
      contact && {
        name: `peer review, ${contact.name}`,
        events: eventsFor(review, contact.id).map((e) => eventForContact(review, e)),
        own: (held) => heldBy(review, held, contact.id),
        entries: (h, cancelled) => [sessionForContact(review, h, cancelled)],
      }
    );
  }
  const room = roomOf(review, audience.room);
  return (
    room && {
      name: `peer review, ${room.name}`,
      events: roomEvents(review, room).map((e) => eventForContact(review, e)),
      own: (held) => heldInRoom(held, room.id),
      entries: (h, cancelled) => [sessionForRoom(review, h, cancelled)],
    }
  );
}

export const byTime = (a: Entry, b: Entry): number =>
  a.from - b.from || a.to - b.to || (a.uid < b.uid ? -1 : a.uid > b.uid ? 1 : 0);

/** Everything that an audience has in a programme, and what its calendar is called. */
export function entriesFor(
  review: Review,
  programme: Programme,
  audience: Audience,
): { readonly name: string; readonly entries: readonly Entry[] } | undefined {
  const actual = asHeld(review, programme);
  const contents = contentsOf(actual, audience);
  if (!contents) return undefined;
  const { name, events, own, entries } = contents;
  return { name, entries: [...events, ...own(heldIn(actual, programme)).flatMap((h) => entries(h, false))] };
}
