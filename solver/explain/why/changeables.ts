import { contactOf, everyoneIn, isKey, partsOf } from '../../../src/review/facts.ts';
import type { Window } from '../../../src/review/frame.ts';
import type { Review } from '../../../src/review/review.ts';
import type { Session } from '../../../src/review/session.ts';
import { ruleBook } from '../../../src/rules/index.ts';
import type { Aspect } from '../../../src/rules/rule.ts';
import { overlaps, type Span } from '../../../src/time/span.ts';

/**
 * One thing that people can change: a line of a diary, a room's closure, a lock, the streams of a window. What a
 * conflict comes from is told in these, and so is what would mend it.
 */
export type Changeable =
  | { readonly kind: 'contact-diary'; readonly contact: string; readonly span: Span }
  | { readonly kind: 'peer-diary'; readonly peer: string; readonly span: Span }
  | { readonly kind: 'room-diary'; readonly room: string; readonly span: Span }
  | { readonly kind: 'site-diary'; readonly site: string; readonly span: Span }
  | { readonly kind: 'contact-event'; readonly event: string; readonly contact: string }
  | { readonly kind: 'peer-event'; readonly event: string; readonly peer: string }
  | { readonly kind: 'room-event'; readonly event: string }
  /** There are no more rooms for so many people on that day. `count`: how many more its change gives. */
  | { readonly kind: 'no-other-room'; readonly people: number; readonly day: number; readonly count: number }
  | { readonly kind: 'this-place'; readonly session: string }
  | { readonly kind: 'equipment'; readonly session: string }
  | { readonly kind: 'lock'; readonly session: string }
  | { readonly kind: 'given-time'; readonly session: string }
  | { readonly kind: 'earliest-day'; readonly session: string }
  | { readonly kind: 'latest-day'; readonly session: string }
  | { readonly kind: 'after'; readonly session: string; readonly other: string }
  | { readonly kind: 'no-evening'; readonly session: string }
  | { readonly kind: 'named-peers'; readonly session: string }
  | { readonly kind: 'peer-count'; readonly session: string }
  | { readonly kind: 'not-interviewing'; readonly peer: string }
  | { readonly kind: 'forbidden-pair'; readonly pair: readonly [string, string] }
  | { readonly kind: 'fixed-pair'; readonly pair: readonly [string, string] }
  /** `count`: how many more streams its change gives. */
  | { readonly kind: 'streams'; readonly window: string; readonly count: number }
  | { readonly kind: 'no-waiver'; readonly rule: string; readonly session: string }
  | { readonly kind: 'not-agreed'; readonly session: string };

export type ChangeableKind = Changeable['kind'];

/** Two descriptions of one thing have one key. */
export function keyOf(thing: Changeable): string {
  const { count: _, ...rest } = thing as Changeable & { readonly count?: number };
  return JSON.stringify(rest);
}

/**
 * How hard it is to ask, easiest first: the council's own rooms; what the organiser and the review manager wrote about
 * the session themselves; what was fixed or locked with somebody; the council's own people, those who are key last; the
 * partners; the peers; the frame of the week; exceptions to a rule.
 */
export function askingOf(review: Review, thing: Changeable): number {
  switch (thing.kind) {
    case 'room-diary':
    case 'room-event':
      return 10;
    case 'no-other-room':
      return 12;
    case 'site-diary':
      return 14;
    case 'this-place':
    case 'equipment':
      return 20;
    case 'latest-day':
    case 'earliest-day':
      return 21;
    case 'after':
    case 'no-evening':
      return 22;
    case 'contact-event':
      return 24;
    case 'given-time':
      return 30;
    case 'lock':
      return 31;
    case 'contact-diary': {
      const contact = contactOf(review, thing.contact);
      if (!contact?.representsCouncil) return 50;
      return isKey(contact) ? 42 : 40;
    }
    case 'named-peers':
    case 'peer-count':
      return 60;
    case 'peer-event':
      return 61;
    case 'forbidden-pair':
    case 'fixed-pair':
      return 62;
    case 'not-interviewing':
      return 63;
    case 'peer-diary':
      return 64;
    case 'streams':
      return 70;
    case 'not-agreed':
      return 80;
    case 'no-waiver':
      return 85;
  }
}

/** Which aspects of a placement a change of such a thing can open; `pairs` and `shared` are about several sessions. */
export const opens: Readonly<Record<ChangeableKind, readonly (readonly Aspect[] | 'pairs' | 'shared')[]>> = {
  'contact-diary': [['time']],
  'contact-event': [['time']],
  'given-time': [['time']],
  'earliest-day': [['time']],
  'latest-day': [['time']],
  'no-evening': [['time']],
  'peer-diary': [['time', 'peer']],
  'peer-event': [['time', 'peer']],
  'room-diary': [['time', 'place']],
  'site-diary': [['time', 'place']],
  'room-event': [['time', 'place']],
  'no-other-room': [['place']],
  'this-place': [['place']],
  equipment: [['place']],
  lock: [],
  after: ['pairs'],
  'named-peers': [['peers']],
  'peer-count': [['peers']],
  'forbidden-pair': [['peers']],
  'fixed-pair': [['peers']],
  'not-interviewing': [['peer']],
  streams: ['shared'],
  'no-waiver': [[], ['time'], ['place']],
  'not-agreed': [[]],
};

/** Whether a thing can have a say in where this session goes. */
export function concernsSession(review: Review, thing: Changeable, session: Session): boolean {
  if ('session' in thing) return thing.session === session.id;
  if ('contact' in thing) return everyoneIn(review, session).includes(thing.contact);
  // Whom a session names may take it whether they interview or not.
  if (thing.kind === 'not-interviewing') return !session.peers.named.includes(thing.peer);
  return true;
}

const peopleIn = (review: Review, session: Session): number =>
  Math.max(...partsOf(review, session).map((s) => s.headcount)) + session.peers.count;

const within = (windows: readonly Window[], span: Span): boolean => windows.some((w) => overlaps(w, span));

/** What people can change that these sessions have to do with; what is most natural to be told of first. */
export function changeablesOf(review: Review, sessions: readonly Session[]): readonly Changeable[] {
  const { windows, events } = review.frame;
  const out: Changeable[] = [];
  const evenings = windows.some((w) => w.evening);
  for (const session of sessions) {
    if (review.locks.some((l) => l.session === session.id)) out.push({ kind: 'lock', session: session.id });
    if (session.fixed !== undefined) out.push({ kind: 'given-time', session: session.id });
    if (windows.some((w) => w.day < session.earliestDay))
      out.push({ kind: 'earliest-day', session: session.id });
    if (windows.some((w) => w.day > session.latestDay)) out.push({ kind: 'latest-day', session: session.id });
    for (const other of session.after) out.push({ kind: 'after', session: session.id, other });
  }
  const contacts = new Set(sessions.flatMap((s) => everyoneIn(review, s)));
  for (const contact of review.contacts) {
    if (!contacts.has(contact.id)) continue;
    for (const span of contact.diary.busy)
      if (within(windows, span)) out.push({ kind: 'contact-diary', contact: contact.id, span });
    for (const event of events)
      if (event.contacts.includes(contact.id) && within(windows, event))
        out.push({ kind: 'contact-event', event: event.id, contact: contact.id });
  }
  for (const session of sessions)
    if (session.peers.named.length > 0) out.push({ kind: 'named-peers', session: session.id });
  for (const peer of review.peers) {
    for (const span of peer.diary.busy)
      if (within(windows, span)) out.push({ kind: 'peer-diary', peer: peer.id, span });
    for (const event of events)
      if (event.peers !== 'all' && event.peers.includes(peer.id) && within(windows, event))
        out.push({ kind: 'peer-event', event: event.id, peer: peer.id });
  }
  for (const pair of review.pairings.forbidden) out.push({ kind: 'forbidden-pair', pair });
  for (const pair of review.pairings.fixed) out.push({ kind: 'fixed-pair', pair });
  out.push(...roomChangeables(review, sessions));
  for (const window of windows) out.push({ kind: 'streams', window: window.id, count: sessions.length });
  for (const session of sessions) {
    if (evenings && !session.evening) out.push({ kind: 'no-evening', session: session.id });
    if (session.peers.count > 2) out.push({ kind: 'peer-count', session: session.id });
    if (session.place.room !== true && session.place.site === undefined)
      out.push({ kind: 'this-place', session: session.id });
    if (partsOf(review, session).some((s) => s.substitutes.some((sub) => !sub.agreedBy)))
      out.push({ kind: 'not-agreed', session: session.id });
  }
  for (const peer of review.peers)
    if (!peer.interviews) out.push({ kind: 'not-interviewing', peer: peer.id });
  for (const rule of ruleBook) {
    if (!rule.parts.some((part) => part.kind === 'must' && part.waivable)) continue;
    for (const session of sessions)
      if (!review.waivers.some((w) => w.rule === rule.id && w.about === session.id))
        out.push({ kind: 'no-waiver', rule: rule.id, session: session.id });
  }
  return out;
}

function roomChangeables(review: Review, sessions: readonly Session[]): readonly Changeable[] {
  const { windows, events } = review.frame;
  const out: Changeable[] = [];
  const inRooms = sessions.filter((s) => s.place.room !== undefined);
  if (inRooms.length > 0) {
    for (const room of review.rooms) {
      if (room.baseRoom) continue;
      for (const span of room.diary.busy)
        if (within(windows, span)) out.push({ kind: 'room-diary', room: room.id, span });
    }
    for (const event of events)
      if (event.room !== undefined && within(windows, event))
        out.push({ kind: 'room-event', event: event.id });
    for (const session of inRooms)
      if (session.place.equipment.length > 0) out.push({ kind: 'equipment', session: session.id });
    const days = [...new Set(windows.map((w) => w.day))];
    for (const people of new Set(inRooms.map((s) => peopleIn(review, s))))
      for (const day of days)
        out.push({ kind: 'no-other-room', people, day, count: Math.min(3, inRooms.length) });
  }
  for (const site of review.sites)
    for (const span of site.diary.busy)
      if (within(windows, span)) out.push({ kind: 'site-diary', site: site.id, span });
  return out;
}

/** Whose diary a changeable line is of: the peer, contact, room or site. */
export const ownerOf = (thing: Changeable): string =>
  thing.kind === 'contact-diary'
    ? thing.contact
    : thing.kind === 'peer-diary'
      ? thing.peer
      : thing.kind === 'room-diary'
        ? thing.room
        : thing.kind === 'site-diary'
          ? thing.site
          : '';
