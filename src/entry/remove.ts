import type { EventEntry, PairingsEntry, SessionEntry } from '../review/file.ts';
import { withoutGaps } from './edit.ts';
import type { Edit, Entry, ListName } from './entry.ts';

/**
 * Takes an item out of its list, and its id out of everything that names it, so that nothing points at what is gone.
 * A site takes its rooms with it; a session, person or event stays, without the one that was removed.
 */
export const remove =
  (list: ListName, id: string): Edit =>
  (entry) => {
    const rest = {
      ...entry,
      [list]: ((entry[list] ?? []) as readonly { readonly id: string }[]).filter((i) => i.id !== id),
    };
    return forgetting[list](rest, id);
  };

const without = (ids: readonly string[] | undefined, id: string) => ids?.filter((i) => i !== id);

/** Changes the sessions and leaves those alone that nothing happens to. */
const sessions = (entry: Entry, change: (session: SessionEntry) => SessionEntry): Entry =>
  entry.sessions ? { ...entry, sessions: entry.sessions.map((s) => withoutGaps(change(s))) } : entry;

const events = (entry: Entry, change: (event: EventEntry) => EventEntry): Entry =>
  entry.review.frame
    ? {
        ...entry,
        review: {
          ...entry.review,
          frame: {
            ...entry.review.frame,
            days: entry.review.frame.days.map((day) =>
              day.events ? { ...day, events: day.events.map((e) => withoutGaps(change(e))) } : day,
            ),
          },
        },
      }
    : entry;

const waivers = (entry: Entry, id: string): Entry =>
  entry.waivers ? { ...entry, waivers: entry.waivers.filter((w) => w.about !== id) } : entry;

const pairsWithout = (pairings: PairingsEntry, id: string): PairingsEntry =>
  withoutGaps({
    ...pairings,
    fixed: pairings.fixed?.filter((pair) => !pair.includes(id)),
    preferred: pairings.preferred?.filter((pair) => !pair.includes(id)),
    forbidden: pairings.forbidden?.filter((pair) => !pair.includes(id)),
  }) as PairingsEntry;

const forgetting: Readonly<Record<ListName, (entry: Entry, id: string) => Entry>> = {
  contacts(entry, id) {
    const { sponsor, organiser } = entry.review;
    const about = withoutGaps({
      ...entry.review,
      sponsor: sponsor === id ? undefined : sponsor,
      organiser: organiser === id ? undefined : organiser,
    }) as Entry['review'];
    const rest: Entry = {
      ...entry,
      review: about,
      ...(entry.meetings && {
        meetings: entry.meetings.map((m) => ({ ...m, contacts: m.contacts.filter((c) => c !== id) })),
      }),
      ...(entry.peers && {
        peers: entry.peers.map((p) => (p.knows ? { ...p, knows: p.knows.filter((k) => k !== id) } : p)),
      }),
    };
    const seen = sessions(
      rest,
      (s) =>
        ({
          ...s,
          contacts: without(s.contacts, id),
          host: s.host === id ? undefined : s.host,
          substitutes: s.substitutes?.filter((x) => x.for !== id),
        }) as SessionEntry,
    );
    return waivers(
      events(seen, (e) => ({ ...e, contacts: without(e.contacts, id) }) as EventEntry),
      id,
    );
  },
  peers(entry, id) {
    const rest = entry.pairings ? { ...entry, pairings: pairsWithout(entry.pairings, id) } : entry;
    const named = sessions(
      rest,
      (s) =>
        ({
          ...s,
          peers: s.peers && withoutGaps({ ...s.peers, named: without(s.peers.named, id) }),
        }) as SessionEntry,
    );
    return waivers(
      events(named, (e) => (Array.isArray(e.peers) ? { ...e, peers: e.peers.filter((p) => p !== id) } : e)),
      id,
    );
  },
  sites(entry, id) {
    const gone = (entry.rooms ?? []).filter((r) => r.site === id);
    const withoutRooms = gone.reduce((so, room) => remove('rooms', room.id)(so), entry);
    const rest: Entry = {
      ...withoutRooms,
      ...(entry.travel && { travel: entry.travel.filter((t) => !t.between.includes(id)) }),
      ...(entry.contacts && {
        contacts: entry.contacts.map((c) => {
          if (c.office?.site !== id) return c;
          const { office: _, ...others } = c;
          return others;
        }),
      }),
    };
    const placed = sessions(
      rest,
      (s) =>
        ({
          ...s,
          place:
            s.place &&
            withoutGaps({
              ...s.place,
              site: s.place.site === id ? undefined : s.place.site,
              atSite: s.place.atSite === id ? undefined : s.place.atSite,
            }),
        }) as SessionEntry,
    );
    return events(placed, (e) => (e.place?.site === id ? placeless(e) : e));
  },
  rooms(entry, id) {
    const placed = sessions(entry, (s) =>
      s.place?.room === id ? { ...s, place: { ...s.place, room: true } } : s,
    );
    return events(placed, (e) => (e.place?.room === id ? placeless(e) : e));
  },
  sessions(entry, id) {
    const rest: Entry = {
      ...entry,
      ...(entry.locks && { locks: entry.locks.filter((l) => l.session !== id) }),
    };
    const others = sessions(
      rest,
      (s) => ({ ...s, after: without(s.after, id), includes: without(s.includes, id) }) as SessionEntry,
    );
    return waivers(others, id);
  },
};

/** An event without a place of its own is held in the base room. */
const placeless = ({ place: _, ...event }: EventEntry): EventEntry => event;
