import { type Held, timeOf } from '../programme/placement.ts';
import { asHeld, eventsFor, heldBy, heldIn, type Programme } from '../programme/programme.ts';
import { contactOf, nameOf, peerOf } from '../review/facts.ts';
import type { Peer } from '../review/people.ts';
import type { Review } from '../review/review.ts';
import { dayOf, free, length, type Span } from '../time/span.ts';
import { clockSpan, dayName, minutes } from '../time/words.ts';
import { type Mark, marksOf } from './cell.ts';
import { journeyWords, type Where, whereEvent, whereForTeam, whereHeld, whereInFull } from './where.ts';
import { type PairMember, type PersonLine, pairOf, peopleIn, personWords } from './who.ts';
import { interviewSplit, listed, peerRoleWords, sessionWords } from './words.ts';

/** One thing in somebody's week. */
export interface WeekItem extends Span {
  readonly kind: 'event' | 'session' | 'travel' | 'down-time';
  /** The session's or event's id; null for down time. */
  readonly about: string | null;
  readonly title: string;
  /** `Interview`, …; null for what is no session. */
  readonly what: string | null;
  readonly time: string;
  /** Those seen (for a peer); nobody in a contact's own week, who is told of no one else. */
  readonly people: readonly PersonLine[];
  /** How many of those seen there are, for a peer; 0 for what is no session, and for a contact. */
  readonly headcount: number;
  /** For a peer, who takes it with them; for a contact, who comes. */
  readonly team: readonly PairMember[];
  readonly place: string | null;
  /** How an interview's hour is divided (manual 1456); null for what is no interview. */
  readonly division: string | null;
  /** Sentences: what a visit includes, the journey, parking. */
  readonly notes: readonly string[];
  readonly marks: readonly Mark[];
}

export interface WeekDay {
  readonly day: number;
  /** `Monday 23 March`. */
  readonly name: string;
  readonly items: readonly WeekItem[];
}

export interface PersonWeek {
  readonly person: { readonly id: string; readonly name: string; readonly what: string };
  readonly isPeer: boolean;
  /** Days on which there is something, in order. */
  readonly days: readonly WeekDay[];
}

/** Shorter gaps are for catching one's breath and are not listed. Minutes. */
const shortestDownTime = 30;

/** Things in time order, by day; days without any are left out. */
export function byDay<T extends Span>(
  review: Review,
  items: readonly T[],
): readonly { readonly day: number; readonly name: string; readonly items: readonly T[] }[] {
  const inOrder = [...items].sort((a, b) => a.from - b.from || a.to - b.to);
  return [...new Set(inOrder.map((item) => dayOf(item.from)))].map((day) => ({
    day,
    name: dayName(review.week, day),
    items: inOrder.filter((item) => dayOf(item.from) === day),
  }));
}

const plain = {
  what: null,
  people: [],
  headcount: 0,
  team: [],
  place: null,
  division: null,
  notes: [],
  marks: [],
} as const;

function eventItems(review: Review, person: string, where: (place: Where) => string): readonly WeekItem[] {
  return eventsFor(review, person).map((event) => ({
    ...plain,
    kind: 'event',
    about: event.id,
    title: event.title,
    from: event.from,
    to: event.to,
    time: clockSpan(event),
    place: event.kind === 'lunch' || event.kind === 'break' ? null : where(whereEvent(review, event)),
  }));
}

/** How a peer gets to a session away from the base and back, where time is set aside for it. */
function travelItems(review: Review, held: Held): readonly WeekItem[] {
  const { start, end, away } = held.placement;
  const place = whereHeld(review, held);
  const item = (span: Span, title: string, notes: readonly string[]): readonly WeekItem[] =>
    span.from < span.to
      ? [{ ...plain, ...span, kind: 'travel', about: held.session.id, title, time: clockSpan(span), notes }]
      : [];
  const name = place.site?.name ?? place.name;
  const notes = [journeyWords(review, place), place.site?.notes].filter((n) => n !== undefined);
  return [
    ...item({ from: away.from, to: start }, `Travel to ${name}`, notes),
    ...item({ from: end, to: away.to }, `Travel from ${name}`, []),
  ];
}

function sessionForPeer(review: Review, held: Held, peer: string): readonly WeekItem[] {
  const { session, placement } = held;
  const time = timeOf(placement);
  const inside = session.includes.map((id) => nameOf(review, id));
  return [
    {
      kind: 'session',
      about: session.id,
      title: session.title,
      what: sessionWords[session.kind],
      ...time,
      time: clockSpan(time),
      people: peopleIn(review, session),
      headcount: session.headcount,
      team: pairOf(review, placement).filter((p) => p.id !== peer),
      place: whereForTeam(whereHeld(review, held)),
      division: interviewSplit(session, length(time)) ?? null,
      notes: inside.length > 0 ? [`In the course of it: ${listed(inside)}.`] : [],
      marks: marksOf(review, held),
    },
    ...travelItems(review, held),
  ];
}

/** What a contact may know of a session: their own time and place, and who comes. */
function sessionForContact(review: Review, held: Held): WeekItem {
  const { session, placement } = held;
  const time = timeOf(placement);
  return {
    ...plain,
    kind: 'session',
    about: session.id,
    title: contactTitle(held),
    what: sessionWords[session.kind],
    ...time,
    time: clockSpan(time),
    team: pairOf(review, placement),
    place: whereInFull(whereHeld(review, held)),
    division: interviewSplit(session, length(time)) ?? null,
  };
}

/** A session as those seen in it know it: never by a title that may speak of others. */
export function contactTitle({ session }: Held): string {
  switch (session.kind) {
    case 'interview':
      return 'Interview with the peer review team';
    case 'focus-group':
      return `Peer review focus group: ${session.title}`;
    case 'site-visit':
      return 'Visit by the peer review team';
    case 'debrief':
      return 'Debrief with the peer review team';
    case 'record-review':
      return 'Peer review: review of records';
  }
}

/** Stretches of the windows in which a peer has nothing: for calls and e-mail (rule `down-time`). */
function downTime(review: Review, peer: Peer, items: readonly WeekItem[]): readonly WeekItem[] {
  return review.frame.windows
    .filter((w) => !w.evening)
    .flatMap((w) => free(w, items))
    .filter((gap) => length(gap) >= shortestDownTime)
    .map((gap) => ({
      ...plain,
      ...gap,
      kind: 'down-time',
      about: null,
      title: `${peer.interviews ? 'Down time' : 'No session'}, ${minutes(length(gap))}`,
      time: clockSpan(gap),
    }));
}

/**
 * One person's week. A peer's holds everything: team events, sessions with partner, place and travel, and the down
 * time in between. A contact's holds their own slots and the events they are asked to, and tells of nobody else
 * but those who come. Undefined for an id that is neither.
 */
export function personWeek(review: Review, programme: Programme, personId: string): PersonWeek | undefined {
  const actual = asHeld(review, programme);
  const held = heldBy(actual, heldIn(actual, programme), personId);
  const peer = peerOf(actual, personId);
  const events = eventItems(actual, personId, peer ? whereForTeam : whereInFull);
  if (peer) {
    const items = [...events, ...held.flatMap((h) => sessionForPeer(actual, h, personId))];
    return {
      person: { id: peer.id, name: peer.name, what: peerRoleWords[peer.role] },
      isPeer: true,
      days: byDay(actual, [...items, ...downTime(actual, peer, items)]),
    };
  }
  const contact = contactOf(actual, personId);
  if (!contact) return undefined;
  const what = [contact.jobTitle, contact.organisation].filter(Boolean).join(', ');
  return {
    person: { id: contact.id, name: contact.name, what },
    isPeer: false,
    days: byDay(actual, [...events, ...held.map((h) => sessionForContact(actual, h))]),
  };
}

/** `Priya Shah, director of children’s services`, one for each person seen; how many come, where not all are named. */
export const seenWords = (item: WeekItem): readonly string[] => [
  ...item.people.map((p) => personWords(p, item.title)).filter(Boolean),
  ...(item.headcount > Math.max(1, item.people.length) ? [`${item.headcount} people in all`] : []),
];

/** The same without their jobs. */
export const seenNames = (item: WeekItem): readonly string[] =>
  seenWords({ ...item, people: item.people.map((p) => ({ ...p, jobTitle: '' })) });
