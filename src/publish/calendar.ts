import { createHash } from 'node:crypto';
import type { Held } from '../programme/placement.ts';
import { asHeld, eventsFor, heldBy, heldIn, heldInRoom, type Programme } from '../programme/programme.ts';
import { contactOf, peerOf, roomOf } from '../review/facts.ts';
import type { Review } from '../review/review.ts';
import {
  eventEntry,
  eventForContact,
  sessionForContact,
  sessionForTeam,
  travelEntries,
} from './calendar/entries.ts';
import type { Entry } from './calendar/entry.ts';
import { type Edition, writeCalendar } from './calendar/write.ts';
import { roomEvents } from './room-week.ts';

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
function contentsOf(review: Review, audience: Audience): Contents | undefined {
  if ('whole' in audience)
    return {
      name: 'peer review programme',
      events: review.frame.events.map((e) => eventEntry(review, e)),
      own: (held) => held,
      entries: (h, cancelled) => [sessionForTeam(review, h, undefined, cancelled)],
    };
  if ('peer' in audience) {
    const peer = peerOf(review, audience.peer);
    return (
      peer && {
        name: `peer review, ${peer.name}`,
        events: eventsFor(review, peer.id).map((e) => eventEntry(review, e)),
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
      events: roomEvents(review, room).map((e) => eventEntry(review, e)),
      own: (held) => heldInRoom(held, room.id),
      entries: (h, cancelled) => [sessionForTeam(review, h, undefined, cancelled)],
    }
  );
}

const byTime = (a: Entry, b: Entry): number =>
  a.from - b.from || a.to - b.to || (a.uid < b.uid ? -1 : a.uid > b.uid ? 1 : 0);

/**
 * An iCalendar feed (RFC 5545): the whole programme, a peer's, a contact's or a room's. A contact's holds their own
 * slots and nothing of anyone else's; a peer's has their journeys as times of their own. `cancelled` are sessions
 * that were in it before and are no longer: they stay until the week is over, marked so. `edition` is the review's
 * last edit, unless a programme that was built anew since says another. Undefined where the review knows no such
 * person or room.
 */
export function calendarFor(
  review: Review,
  programme: Programme,
  audience: Audience,
  cancelled: readonly Held[] = [],
  edition: Edition = { sequence: review.revision, stamp: review.editedAt },
): string | undefined {
  const actual = asHeld(review, programme);
  const contents = contentsOf(actual, audience);
  if (!contents) return undefined;
  const { name, events, own, entries } = contents;
  const live = [...events, ...own(heldIn(actual, programme)).flatMap((h) => entries(h, false))];
  const present = new Set(live.map((entry) => entry.uid));
  const gone = own(cancelled)
    .flatMap((h) => entries(h, true))
    .filter((entry) => !present.has(entry.uid));
  return writeCalendar(
    review,
    `${review.council}: ${name}`,
    'The on-site week of the children’s safeguarding peer review.',
    [...live, ...gone].sort(byTime),
    edition,
  );
}

/** A calendar with nothing in it: what somebody is given before anything is agreed. `says` is why. */
export const emptyCalendar = (council: string, firstDay: string, says: string): string =>
  writeCalendar({ week: { firstDay, zone: 'Europe/London' } }, `${council}: peer review`, says, [], {
    sequence: 0,
    stamp: `${firstDay}T00:00:00Z`,
  });

/** A strong ETag (RFC 9110, 8.8.3), made from the content alone. */
export const etagOf = (text: string): string => `"${createHash('sha256').update(text).digest('base64url')}"`;
