import type { EventEntry, SessionEntry } from '../review/file.ts';
import { type Entry, itemIn, type ListName } from './entry.ts';

/** How something names an item, and what becomes of it when the item is removed (`remove.ts`). */
export interface Naming {
  readonly how:
    | 'seen-in'
    | 'only-one-seen-in'
    | 'host-of'
    | 'replaced-in'
    | 'named-for'
    | 'place-of'
    | 'only-place-of'
    | 'rooms-of'
    | 'room-of'
    | 'before'
    | 'includes'
    | 'at-event'
    | 'event-at'
    | 'sponsor'
    | 'organiser'
    | 'knows'
    | 'paired-with'
    | 'holds-room'
    | 'office-of'
    | 'journeys'
    | 'locks'
    | 'waivers';
  /** The name or title of what names it; a number where they are only counted. */
  readonly what: string;
  /** The session, where it is one that is left without anybody or anywhere. */
  readonly session?: string;
}

type Finder = (entry: Entry, id: string) => readonly Naming[];

const eventsOf = (entry: Entry): readonly EventEntry[] =>
  (entry.review.frame?.days ?? []).flatMap((day) => day.events ?? []);

const sessionsWhere = (
  entry: Entry,
  how: Naming['how'],
  test: (session: SessionEntry) => boolean,
): readonly Naming[] => (entry.sessions ?? []).filter(test).map((s) => ({ how, what: s.title }));

const eventsWhere = (
  entry: Entry,
  how: Naming['how'],
  test: (event: EventEntry) => boolean,
): readonly Naming[] =>
  eventsOf(entry)
    .filter(test)
    .map((e) => ({ how, what: e.title }));

const counted = (how: Naming['how'], n: number): readonly Naming[] =>
  n === 0 ? [] : [{ how, what: String(n) }];

const waiversOf: Finder = (entry, id) =>
  counted('waivers', (entry.waivers ?? []).filter((w) => w.about === id).length);

const finders: Readonly<Record<ListName, Finder>> = {
  contacts: (entry, id) => [
    ...(entry.sessions ?? []).flatMap((s): readonly Naming[] => {
      if (!s.contacts?.includes(id)) return [];
      const alone = s.contacts.length === 1;
      return [
        { how: alone ? 'only-one-seen-in' : 'seen-in', what: s.title, ...(alone && { session: s.id }) },
      ];
    }),
    ...sessionsWhere(entry, 'host-of', (s) => s.host === id && !s.contacts?.includes(id)),
    ...sessionsWhere(entry, 'replaced-in', (s) => (s.substitutes ?? []).some((x) => x.for === id)),
    ...eventsWhere(entry, 'at-event', (e) => e.contacts?.includes(id) ?? false),
    ...(entry.meetings ?? [])
      .filter((meeting) => meeting.contacts.includes(id))
      .map((meeting): Naming => ({ how: 'at-event', what: meeting.title })),
    ...(entry.review.sponsor === id ? [{ how: 'sponsor', what: '' } as const] : []),
    ...(entry.review.organiser === id ? [{ how: 'organiser', what: '' } as const] : []),
    ...(entry.peers ?? [])
      .filter((p) => p.knows?.includes(id))
      .map((p): Naming => ({ how: 'knows', what: p.name })),
    ...waiversOf(entry, id),
  ],
  peers: (entry, id) => [
    ...sessionsWhere(entry, 'named-for', (s) => s.peers?.named?.includes(id) ?? false),
    ...eventsWhere(entry, 'at-event', (e) => Array.isArray(e.peers) && e.peers.includes(id)),
    ...Object.values(entry.pairings ?? {})
      .flat()
      .flatMap((pair: readonly string[]) => (pair.includes(id) ? pair.filter((p) => p !== id) : []))
      .map((other): Naming => ({ how: 'paired-with', what: itemIn(entry, 'peers', other)?.name ?? other })),
    ...waiversOf(entry, id),
  ],
  sites: (entry, id) => [
    ...(entry.rooms ?? [])
      .filter((room) => room.site === id)
      .flatMap((room) => [{ how: 'holds-room', what: room.name } as const, ...finders.rooms(entry, room.id)]),
    ...(entry.contacts ?? [])
      .filter((c) => c.office?.site === id)
      .map((c): Naming => ({ how: 'office-of', what: c.name })),
    ...(entry.sessions ?? []).flatMap((s): readonly Naming[] => {
      const { place } = s;
      if (place?.site !== id) return [];
      const only = !place.office && !place.phone && !place.room;
      return [{ how: only ? 'only-place-of' : 'place-of', what: s.title, ...(only && { session: s.id }) }];
    }),
    ...sessionsWhere(entry, 'rooms-of', (s) => s.place?.atSite === id),
    ...eventsWhere(entry, 'event-at', (e) => e.place?.site === id),
    ...counted('journeys', (entry.travel ?? []).filter((t) => !t.assumed && t.between.includes(id)).length),
  ],
  rooms: (entry, id) => [
    ...sessionsWhere(entry, 'room-of', (s) => s.place?.room === id),
    ...eventsWhere(entry, 'event-at', (e) => e.place?.room === id),
  ],
  sessions: (entry, id) => [
    ...sessionsWhere(entry, 'before', (s) => s.after?.includes(id) ?? false),
    ...sessionsWhere(entry, 'includes', (s) => s.includes?.includes(id) ?? false),
    ...counted('locks', (entry.locks ?? []).filter((l) => l.session === id).length),
    ...waiversOf(entry, id),
  ],
};

/** Everything that names an item, in the order in which one would be told before it is removed; none: nothing does. */
export const namedBy = (entry: Entry, list: ListName, id: string): readonly Naming[] =>
  finders[list](entry, id);
