import type { Held, Placement } from '../../src/programme/placement.ts';
import type { Programme } from '../../src/programme/programme.ts';
import { openDiary } from '../../src/review/diary.ts';
import { appendix11Frame } from '../../src/review/frame.ts';
import type { Contact, Peer } from '../../src/review/people.ts';
import type { Room, Site } from '../../src/review/places.ts';
import type { Review } from '../../src/review/review.ts';
import { type Session, usualMinutes } from '../../src/review/session.ts';
import { at, type Minute } from '../../src/time/span.ts';

/** A tiny cast for tests: say only what the story needs, the rest is plain. */
export const aPeer = (id: string, over: Partial<Peer> = {}): Peer => ({
  id,
  name: `Peer ${id}`,
  initials: id.slice(0, 4).toUpperCase(),
  role: 'other',
  themes: [],
  interviews: true,
  diary: openDiary,
  knows: [],
  access: [],
  ...over,
});

export const aContact = (id: string, over: Partial<Contact> = {}): Contact => ({
  id,
  name: `Contact ${id}`,
  jobTitle: `Job of ${id}`,
  organisation: 'Sampleshire Council',
  roles: [],
  office: { site: 'civic-centre', name: `Office of ${id}`, access: [] },
  diary: openDiary,
  phoneAgreed: false,
  access: [],
  child: false,
  representsCouncil: true,
  ...over,
});

export const aSite = (id: string, over: Partial<Site> = {}): Site => ({
  id,
  name: `Site ${id}`,
  access: [],
  diary: openDiary,
  ...over,
});

export const aRoom = (id: string, over: Partial<Room> = {}): Room => ({
  id,
  site: 'civic-centre',
  name: `Room ${id}`,
  capacity: 8,
  equipment: [],
  access: [],
  baseRoom: false,
  divides: false,
  diary: openDiary,
  ...over,
});

export const aSession = (id: string, over: Partial<Session> = {}): Session => {
  const kind = over.kind ?? 'interview';
  const contacts = over.contacts ?? [];
  return {
    id,
    kind,
    title: `Session ${id}`,
    contacts,
    headcount: Math.max(1, contacts.length),
    roles: [],
    themes: [],
    priority: 'must',
    minutes: usualMinutes[kind],
    place: { office: true, room: true, equipment: [] },
    peers: { count: 2, named: [] },
    includes: [],
    earliestDay: 1,
    latestDay: 4,
    after: [],
    evening: false,
    youngPeople: false,
    caseRecords: false,
    substitutes: [],
    ...over,
  };
};

/** A review of the Appendix 11 frame with nobody in it, but for what is given. Day 1 is Monday 23 March 2026. */
export const aReview = (over: Partial<Review> = {}): Review => ({
  id: 'sample',
  council: 'Sampleshire Council',
  week: { firstDay: '2026-03-23', zone: 'Europe/London' },
  revision: 1,
  editedAt: '2026-01-12T09:30:00Z',
  streams: 2,
  moreStreams: { limit: 2, when: 'never' },
  options: { caseRecords: false, caseRecordingReview: false, auditValidation: false, intervention: false },
  keyLinesOfEnquiry: [],
  weights: {},
  limits: {},
  frame: appendix11Frame(2, 2),
  peers: [],
  pairings: { fixed: [], preferred: [], forbidden: [] },
  contacts: [],
  declined: [],
  sites: [aSite('civic-centre')],
  travel: [],
  rooms: [aRoom('base', { baseRoom: true })],
  sessions: [],
  locks: [],
  waivers: [],
  ...over,
});

/** A placement that starts at an hour and minute of a day, as long as its session. */
export const aPlacement = (
  session: Session,
  day: number,
  hour: number,
  minute: number,
  over: Partial<Placement> & { readonly minutes?: Minute } = {},
): Placement => {
  const { minutes = session.minutes, ...rest } = over;
  const start = at(day, hour, minute);
  const end = start + minutes;
  return {
    session: session.id,
    start,
    end,
    away: { from: start, to: end },
    stream: 'A',
    place: { office: true },
    peers: [],
    told: false,
    ...rest,
  };
};

export const aHeld = (
  session: Session,
  day: number,
  hour: number,
  minute: number,
  over: Partial<Placement> & { readonly minutes?: Minute } = {},
): Held => ({ session, placement: aPlacement(session, day, hour, minute, over) });

export const aProgramme = (placements: readonly Placement[], over: Partial<Programme> = {}): Programme => ({
  review: 'sample',
  revision: 1,
  placements,
  fixedEvents: [],
  unplaced: [],
  ...over,
});
