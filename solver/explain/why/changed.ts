import type { Diary } from '../../../src/review/diary.ts';
import type { Window } from '../../../src/review/frame.ts';
import type { Room } from '../../../src/review/places.ts';
import type { Review } from '../../../src/review/review.ts';
import type { Session } from '../../../src/review/session.ts';
import { at, type Span } from '../../../src/time/span.ts';
import type { Changeable, ChangeableKind } from './changeables.ts';

type Of<K extends ChangeableKind> = Extract<Changeable, { readonly kind: K }>;

/** The things sorted by kind, so that each part of a review is gone through once. */
class ByKind {
  private readonly lists = new Map<ChangeableKind, Changeable[]>();

  constructor(things: readonly Changeable[]) {
    for (const thing of things) {
      const list = this.lists.get(thing.kind);
      if (list) list.push(thing);
      else this.lists.set(thing.kind, [thing]);
    }
  }

  of<K extends ChangeableKind>(kind: K): readonly Of<K>[] {
    return (this.lists.get(kind) ?? []).filter((c): c is Of<K> => c.kind === kind);
  }

  has(...kinds: readonly ChangeableKind[]): boolean {
    return kinds.some((kind) => this.lists.has(kind));
  }
}

const without = (diary: Diary, spans: readonly Span[]): Diary => ({
  ...diary,
  busy: diary.busy.filter((b) => !spans.some((s) => s.from === b.from && s.to === b.to)),
});

/** The review as it would be if these things were otherwise; the same object where there is none. */
export function changed(review: Review, things: readonly Changeable[]): Review {
  if (things.length === 0) return review;
  const by = new ByKind(things);
  const waived = by.of('no-waiver');
  return {
    ...review,
    ...people(review, by),
    rooms: rooms(review, by),
    sites: by.has('site-diary')
      ? review.sites.map((site) => {
          const own = by.of('site-diary').filter((t) => t.site === site.id);
          return own.length === 0
            ? site
            : {
                ...site,
                diary: without(
                  site.diary,
                  own.map((t) => t.span),
                ),
              };
        })
      : review.sites,
    ...frame(review, by),
    sessions: sessions(review, by),
    locks: review.locks.filter((lock) => !by.of('lock').some((t) => t.session === lock.session)),
    ...(waived.length > 0 && {
      waivers: [
        ...review.waivers,
        ...waived.map(({ rule, session }) => ({
          rule,
          about: session,
          by: 'nobody yet',
          at: review.editedAt.slice(0, 10),
          because: 'Tried, to see whether it would help.',
        })),
      ],
    }),
  };
}

function people(review: Review, by: ByKind): Pick<Review, 'peers' | 'contacts' | 'pairings'> {
  const isPair = (two: readonly [string, string]) => (t: { readonly pair: readonly [string, string] }) =>
    t.pair[0] === two[0] && t.pair[1] === two[1];
  return {
    contacts: by.has('contact-diary')
      ? review.contacts.map((contact) => {
          const own = by.of('contact-diary').filter((t) => t.contact === contact.id);
          return own.length === 0
            ? contact
            : {
                ...contact,
                diary: without(
                  contact.diary,
                  own.map((t) => t.span),
                ),
              };
        })
      : review.contacts,
    peers: by.has('peer-diary', 'not-interviewing')
      ? review.peers.map((peer) => {
          const own = by.of('peer-diary').filter((t) => t.peer === peer.id);
          const interviews = peer.interviews || by.of('not-interviewing').some((t) => t.peer === peer.id);
          return {
            ...peer,
            interviews,
            diary: without(
              peer.diary,
              own.map((t) => t.span),
            ),
          };
        })
      : review.peers,
    pairings: by.has('forbidden-pair', 'fixed-pair')
      ? {
          ...review.pairings,
          forbidden: review.pairings.forbidden.filter((two) => !by.of('forbidden-pair').some(isPair(two))),
          fixed: review.pairings.fixed.filter((two) => !by.of('fixed-pair').some(isPair(two))),
        }
      : review.pairings,
  };
}

function rooms(review: Review, by: ByKind): readonly Room[] {
  const own = by.has('room-diary')
    ? review.rooms.map((room) => {
        const lines = by.of('room-diary').filter((t) => t.room === room.id);
        return lines.length === 0
          ? room
          : {
              ...room,
              diary: without(
                room.diary,
                lines.map((t) => t.span),
              ),
            };
      })
    : review.rooms;
  return [...own, ...by.of('no-other-room').flatMap((t) => moreRooms(review, t))];
}

/** The id of a room that there might be more of, without its number; undefined for a room that there is. */
export const moreRoomsLike = (room: string): string | undefined => /^another-\d+-\d+-/.exec(room)?.[0];

/** Another room for so many on one day: where the team is, with all that a room can have. */
function moreRooms(review: Review, { people, day, count }: Of<'no-other-room'>): readonly Room[] {
  const base = review.rooms.find((r) => r.baseRoom) ?? review.rooms[0];
  const site = base?.site ?? review.sites[0]?.id;
  if (site === undefined) return [];
  const { building: _, ...like } = { building: undefined, ...base };
  return Array.from({ length: count }, (_none, n) => ({
    ...like,
    id: `another-${people}-${day}-${n}`,
    site,
    name: `Another room for ${people}`,
    capacity: people,
    equipment: [...new Set(review.sessions.flatMap((s) => s.place.equipment))],
    access: [...new Set([...review.contacts, ...review.peers].flatMap((p) => p.access))],
    baseRoom: false,
    divides: false,
    diary: {
      busy: [
        { from: 0, to: at(day, 0) },
        { from: at(day + 1, 0), to: at(6, 0) },
      ],
      ifNeeded: [],
      preferred: [],
    },
  }));
}

function sessions(review: Review, by: ByKind): readonly Session[] {
  const kinds: readonly ChangeableKind[] = [
    'given-time',
    'earliest-day',
    'latest-day',
    'after',
    'no-evening',
    'named-peers',
    'peer-count',
    'this-place',
    'equipment',
    'not-agreed',
  ];
  if (!by.has(...kinds)) return review.sessions;
  return review.sessions.map((session) => {
    const has = (kind: ChangeableKind) =>
      by.of(kind).some((t) => (t as { readonly session: string }).session === session.id);
    if (!kinds.some(has)) return session;
    const { fixed, ...rest } = session;
    const order = by.of('after').filter((t) => t.session === session.id);
    const { atSite, ...place } = session.place;
    return {
      ...rest,
      ...(fixed !== undefined && !has('given-time') && { fixed }),
      ...(has('earliest-day') && { earliestDay: 0 }),
      ...(has('latest-day') && { latestDay: 5 }),
      after: session.after.filter((id) => !order.some((t) => t.other === id)),
      evening: session.evening || has('no-evening'),
      peers: {
        count: has('peer-count') ? Math.min(2, session.peers.count) : session.peers.count,
        named: has('named-peers') ? [] : session.peers.named,
      },
      place: {
        ...place,
        ...(has('this-place') ? { room: true as const } : atSite !== undefined && { atSite }),
        ...(has('equipment') && { equipment: [] }),
      },
      ...(has('not-agreed') && {
        substitutes: session.substitutes.map((s) => ({ ...s, agreedBy: s.agreedBy ?? 'nobody yet' })),
      }),
    };
  });
}

/** The most sessions at once in a window as the rule `streams` has it. */
const mostIn = (review: Review, window: Window): number =>
  review.moreStreams.when === 'never' ? Math.min(window.streams, review.streams) : window.limit;

function frame(review: Review, by: ByKind): Pick<Review, 'frame' | 'moreStreams'> {
  const { windows, events } = review.frame;
  const wider = by.of('streams');
  const released = by.has('contact-event', 'peer-event', 'room-event')
    ? events.map((event) => {
        const { room, ...rest } = event;
        const elsewhere = by.of('room-event').some((t) => t.event === event.id);
        const peers = by.of('peer-event').filter((t) => t.event === event.id);
        const contacts = by.of('contact-event').filter((t) => t.event === event.id);
        return {
          ...rest,
          ...(room !== undefined && !elsewhere && { room }),
          peers:
            event.peers === 'all'
              ? event.peers
              : event.peers.filter((id) => !peers.some((t) => t.peer === id)),
          contacts: event.contacts.filter((id) => !contacts.some((t) => t.contact === id)),
        };
      })
    : events;
  if (wider.length === 0)
    return {
      frame: released === events ? review.frame : { windows, events: released },
      moreStreams: review.moreStreams,
    };
  return {
    frame: {
      events: released,
      windows: windows.map((window) => {
        const more = wider.find((t) => t.window === window.id)?.count ?? 0;
        return { ...window, limit: mostIn(review, window) + more };
      }),
    },
    // Each window's own limit says it now; outside the windows nothing is held.
    moreStreams: {
      limit: Math.max(review.moreStreams.limit, ...windows.map((w) => mostIn(review, w))),
      when: review.moreStreams.when === 'never' ? 'seldom' : review.moreStreams.when,
    },
  };
}

/** A window that ends later by so many minutes, and with it everything that comes after it on its day. */
export function longer(review: Review, id: string, minutes: number): Review {
  const window = review.frame.windows.find((w) => w.id === id)!;
  const move = <T extends Span & { readonly day: number }>(span: T): T =>
    span.day === window.day && span.from >= window.to
      ? { ...span, from: span.from + minutes, to: span.to + minutes }
      : span;
  return {
    ...review,
    frame: {
      events: review.frame.events.map(move),
      windows: review.frame.windows.map((w) => (w === window ? { ...w, to: w.to + minutes } : move(w))),
    },
  };
}

/** The review with these sessions alone, those that they include, and the contacts that they or the review name. */
export function only(review: Review, ids: ReadonlySet<string>): Review {
  const included = new Set(review.sessions.flatMap((s) => (ids.has(s.id) ? s.includes : [])));
  const kept = review.sessions.filter((s) => ids.has(s.id) || included.has(s.id));
  const named = new Set([...kept.flatMap((s) => [...s.contacts, s.host]), review.sponsor, review.organiser]);
  return { ...review, sessions: kept, contacts: review.contacts.filter((c) => named.has(c.id)) };
}
