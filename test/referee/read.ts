import type { PlacementEntry, ProgrammeFile } from '../../src/programme/file.ts';
import type {
  ContactEntry,
  DiaryEntry,
  EventEntry,
  PeerEntry,
  PlaceNeedEntry,
  ReviewFile,
  RoomEntry,
  SessionEntry,
  SpanEntry,
  WaiverEntry,
} from '../../src/review/file.ts';

/*
 * The referee's own reading of the two files: plain JSON in, and what was left out of it filled in as the README's
 * description of the format says. Nothing here comes from src but types: what src gets wrong must not be wrong here too.
 */

/** Minutes from midnight at the start of day 0, by the clock on the wall; the end is not in it. */
export interface Time {
  readonly start: number;
  readonly end: number;
}

export interface Event extends Time {
  readonly id: string;
  readonly kind: EventEntry['kind'];
  readonly day: number;
  /** Peer ids; the whole team's where `everyone`. */
  readonly peers: readonly string[];
  readonly everyone: boolean;
  readonly contacts: readonly string[];
  readonly room: string | undefined;
  /** Where it is held, the base site where nothing is said. */
  readonly site: string | undefined;
}

export interface Stretch extends Time {
  readonly day: number;
  readonly streams: number;
  readonly limit: number;
  readonly evening: boolean;
}

/** A session in the programme. */
export interface Meeting extends Time {
  readonly id: string;
  readonly session: SessionEntry;
  /** The session and those held in the course of it. */
  readonly parts: readonly SessionEntry[];
  readonly day: number;
  /** The peers' time. */
  readonly gone: Time;
  readonly place: PlacementEntry['place'];
  readonly need: PlaceNeedEntry;
  readonly site: string | undefined;
  readonly host: ContactEntry | undefined;
  readonly peers: readonly string[];
  /** Everybody seen, in the visit's other sessions too. */
  readonly contacts: readonly string[];
  /** People other than peers: the most at once of a visit's sessions. */
  readonly headcount: number;
  /** Peers asked for. */
  readonly asked: number;
  /** The days on which it may be held. */
  readonly earliest: number;
  readonly latest: number;
}

export interface Facts {
  readonly sponsor: string | undefined;
  readonly options: Required<NonNullable<ReviewFile['review']['options']>>;
  readonly limits: Readonly<Record<string, number>>;
  readonly streams: number;
  /** The most streams where the review allows more than the usual, and whether it never does. */
  readonly most: number;
  readonly never: boolean;
  readonly base: string | undefined;
  readonly events: readonly Event[];
  readonly stretches: readonly Stretch[];
  readonly peers: ReadonlyMap<string, PeerEntry>;
  readonly contacts: ReadonlyMap<string, ContactEntry>;
  readonly rooms: ReadonlyMap<string, RoomEntry>;
  readonly sessions: ReadonlyMap<string, SessionEntry>;
  readonly fixedPairs: readonly (readonly [string, string])[];
  readonly forbiddenPairs: readonly (readonly [string, string])[];
  readonly waivers: readonly WaiverEntry[];
  /** In the order of their starts. */
  readonly meetings: readonly Meeting[];
  readonly busy: (diary: DiaryEntry | undefined) => readonly Time[];
  /** Whether a contact speaks for the council. */
  readonly ofCouncil: (contact: ContactEntry) => boolean;
  /** Minutes from one site to another; none within one or where nothing is known. */
  readonly journey: (from: string | undefined, to: string | undefined) => number;
  /** Needs that a journey meets; undefined: all. */
  readonly journeyOffers: (from: string, to: string) => readonly string[] | undefined;
  readonly siteOffers: (site: string) => readonly string[];
  readonly siteDiary: (site: string) => DiaryEntry | undefined;
  readonly minuteOf: (local: string) => number;
}

export const DAY = 24 * 60;

const clockMinute = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5));

const byId = <T extends { readonly id: string }>(list: readonly T[] | undefined): ReadonlyMap<string, T> =>
  new Map((list ?? []).map((thing) => [thing.id, thing]));

/** Reads a review that states its frame, and a programme of it, as text. */
export function read(reviewText: string, programmeText: string): Facts {
  const file = JSON.parse(reviewText) as ReviewFile;
  const plan = JSON.parse(programmeText) as ProgrammeFile;
  const about = file.review;
  const midnight = Date.parse(about.firstDay) - DAY * 60_000;
  const minuteOf = (local: string): number =>
    (Date.parse(local.slice(0, 10)) - midnight) / 60_000 +
    (local.length > 10 ? clockMinute(local.slice(11)) : 0);

  const rooms = byId(file.rooms);
  const contacts = byId(file.contacts);
  const sessions = byId(file.sessions);
  const sites = byId(file.sites);
  const base = file.rooms?.find((room) => room.baseRoom)?.site ?? file.sites?.[0]?.id;
  const travel = (from: string, to: string) =>
    file.travel?.findLast((t) => t.between.includes(from) && t.between.includes(to));
  const journey = (from: string | undefined, to: string | undefined): number =>
    from === undefined || to === undefined || from === to ? 0 : (travel(from, to)?.minutes ?? 0);

  const spanTime = (span: SpanEntry): Time =>
    'day' in span
      ? {
          start: span.day * DAY + clockMinute(span.from ?? '00:00'),
          end: span.day * DAY + clockMinute(span.to ?? '24:00'),
        }
      : { start: minuteOf(span.from), end: minuteOf(span.to) + (span.to.length === 10 ? DAY : 0) };

  if (!about.frame) throw new Error('The referee reads reviews that state their frame.');
  const events = about.frame.days
    .flatMap(({ day, events: list }) =>
      (list ?? []).map((entry): Event => {
        const moved = plan.fixedEvents?.find((e) => e.id === entry.id);
        const start = moved ? minuteOf(moved.start) : day * DAY + clockMinute(entry.start);
        const everyone = entry.peers === undefined || entry.peers === 'all';
        return {
          id: entry.id,
          kind: entry.kind,
          start,
          end: moved ? minuteOf(moved.end) : day * DAY + clockMinute(entry.end),
          day: Math.floor(start / DAY),
          everyone,
          peers: everyone ? (file.peers ?? []).map((p) => p.id) : (entry.peers as readonly string[]),
          contacts: entry.contacts ?? [],
          room: entry.place?.room,
          site: rooms.get(entry.place?.room ?? '')?.site ?? entry.place?.site ?? base,
        };
      }),
    )
    .sort((a, b) => a.start - b.start);
  const stretches = about.frame.days
    .flatMap(({ day, windows }) =>
      (windows ?? []).map((w): Stretch => {
        const streams = w.streams ?? about.streams ?? 2;
        return {
          day,
          start: day * DAY + clockMinute(w.start),
          end: day * DAY + clockMinute(w.end),
          streams,
          limit: w.limit ?? Math.max(streams, about.moreStreams?.limit ?? about.streams ?? 2),
          evening: w.evening ?? false,
        };
      }),
    )
    .sort((a, b) => a.start - b.start);

  // A session that gives no days may be held from the first day that has a window to the last.
  const withWindows = stretches.map((w) => w.day);
  const [first, last] = [Math.min(5, ...withWindows), Math.max(0, ...withWindows)];
  const meetings = plan.placements
    .map((placed): Meeting => {
      const session = sessions.get(placed.session);
      if (!session)
        throw new Error(`The programme places ${placed.session}, which the review does not have.`);
      const parts = [session, ...(session.includes ?? []).flatMap((id) => sessions.get(id) ?? [])];
      const host = contacts.get(session.host ?? session.contacts?.[0] ?? '');
      const { place } = placed;
      const site =
        'room' in place
          ? rooms.get(place.room)?.site
          : 'site' in place
            ? place.site
            : 'office' in place
              ? host?.office?.site
              : undefined;
      const time = { start: minuteOf(placed.start), end: minuteOf(placed.end) };
      const there = journey(base, site);
      const gone = placed.away
        ? { start: minuteOf(placed.away.from), end: minuteOf(placed.away.to) }
        : session.kind === 'site-visit' && there > 0
          ? { start: time.start - there, end: Math.ceil((time.end + there) / 15) * 15 }
          : time;
      return {
        id: session.id,
        session,
        parts,
        ...time,
        day: Math.floor(time.start / DAY),
        gone,
        place,
        need: placeNeed(session),
        site,
        host,
        peers: placed.peers ?? [],
        contacts: [...new Set(parts.flatMap((part) => part.contacts ?? []))],
        headcount: Math.max(
          ...parts.map((part) => part.headcount ?? Math.max(1, part.contacts?.length ?? 0)),
        ),
        asked: session.peers?.count ?? (session.kind === 'record-review' ? 1 : 2),
        earliest: session.earliestDay ?? Math.min(first, session.latestDay ?? 5),
        latest: session.latestDay ?? Math.max(last, session.earliestDay ?? 0),
      };
    })
    .sort((a, b) => a.start - b.start || a.end - b.end || (a.id < b.id ? -1 : 1));

  const council = about.council.trim().replace(/\s+/g, ' ').toLowerCase();
  return {
    sponsor: about.sponsor,
    options: {
      caseRecords: false,
      caseRecordingReview: false,
      auditValidation: false,
      intervention: false,
      ...about.options,
    },
    limits: about.limits ?? {},
    streams: about.streams ?? 2,
    most: about.moreStreams?.limit ?? about.streams ?? 2,
    never: (about.moreStreams?.when ?? 'never') === 'never',
    base,
    events,
    stretches,
    peers: byId(file.peers),
    contacts,
    rooms,
    sessions,
    fixedPairs: file.pairings?.fixed ?? [],
    forbiddenPairs: file.pairings?.forbidden ?? [],
    waivers: file.waivers ?? [],
    meetings,
    busy: (diary) => (diary?.busy ?? []).map(spanTime),
    ofCouncil: (c) =>
      c.representsCouncil ?? c.organisation.trim().replace(/\s+/g, ' ').toLowerCase() === council,
    journey,
    journeyOffers: (from, to) => travel(from, to)?.access,
    siteOffers: (site) => sites.get(site)?.access ?? [],
    siteDiary: (site) => sites.get(site)?.diary,
    minuteOf,
  };
}

/** Where a session may be; where it names none of the four, what is usual for its kind. */
function placeNeed({ kind, place = {} }: SessionEntry): PlaceNeedEntry {
  if (place.office || place.room || place.site !== undefined || place.phone) return place;
  const usual: PlaceNeedEntry =
    kind === 'interview' || kind === 'debrief'
      ? { office: true, room: true }
      : kind === 'site-visit'
        ? {}
        : { room: true };
  return { ...usual, ...place };
}

/** How many minutes two stretches have in common. */
export const shared = (a: Time, b: Time): number =>
  Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));
