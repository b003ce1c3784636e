import type { Finding } from '../check/finding.ts';
import { type Held, timeOf } from '../programme/placement.ts';
import { isIfNeeded } from '../review/diary.ts';
import { contactOf, everyoneIn, nameOf } from '../review/facts.ts';
import type { EventKind, FixedEvent } from '../review/frame.ts';
import type { Review } from '../review/review.ts';
import type { SessionKind } from '../review/session.ts';
import type { Span } from '../time/span.ts';
import { clockSpan } from '../time/words.ts';
import { awayWords, whereEvent, whereHeld } from './where.ts';
import { type PairMember, type PersonLine, pairOf, peopleIn, whoWords } from './who.ts';
import { listed } from './words.ts';

export type MarkKind = 'locked' | 'by-phone' | 'if-needed' | 'one-interviewer' | 'finding' | 'exception';

/** A small sign on a session, with its word: colour is never the only sign. */
export interface Mark {
  readonly kind: MarkKind;
  readonly word: string;
  /** What there is to know about it, in sentences. */
  readonly more: readonly string[];
}

export interface SessionCell {
  readonly kind: 'session';
  readonly session: string;
  readonly sessionKind: SessionKind;
  readonly stream: string;
  readonly title: string;
  /** Everybody seen, host first. */
  readonly people: readonly PersonLine[];
  /** The same in one line, for a cell; and without their jobs, where there is little room. */
  readonly who: string;
  readonly names: string;
  readonly place: string;
  readonly byPhone: boolean;
  readonly pair: readonly PairMember[];
  readonly marks: readonly Mark[];
  /** The contact's time. */
  readonly at: Span;
  /** The same in words: `9.00am to 10.00am`. */
  readonly time: string;
  /** The peers' time where it is wider: `Leave at 10.15am, back by 12.30pm`. */
  readonly away: string | null;
}

export interface EventCell {
  readonly kind: 'event';
  readonly event: string;
  readonly eventKind: EventKind;
  readonly title: string;
  readonly at: Span;
  readonly time: string;
  readonly place: string;
  /** In a room of its own, or at a site: to be said. */
  readonly placeMatters: boolean;
  /** Those it is for, where not the whole team. */
  readonly who: string | null;
  /** A further piece of an event that sessions cut in two: the first has been drawn. */
  readonly continued: boolean;
}

function findingMarks(findings: readonly Finding[], session: string): Mark[] {
  const about = findings.filter((f) => f.kind === 'must' && f.sessions.includes(session));
  const mark = (kind: MarkKind, word: string, of: readonly Finding[]): Mark[] =>
    of.length === 0 ? [] : [{ kind, word, more: of.map((f) => f.sentence) }];
  const open = about.filter((f) => f.waiver === undefined);
  const waived = about.filter((f) => f.waiver !== undefined);
  return [
    ...mark('finding', open.length === 1 ? '1 finding' : `${open.length} findings`, open),
    ...mark('exception', 'Exception agreed', waived),
  ];
}

/** The marks of a session, in the order in which they are shown. Findings: broken musts and waived ones only. */
export function marksOf(review: Review, held: Held, findings: readonly Finding[] = []): readonly Mark[] {
  const { session, placement } = held;
  const marks: Mark[] = [];
  const locks = review.locks.filter((l) => l.session === session.id);
  if (locks.length > 0) {
    const what = (['time', 'place', 'peers'] as const).filter((part) => locks.some((l) => l[part]));
    marks.push({
      kind: 'locked',
      word: what.length === 3 || what.length === 0 ? 'Locked' : `Locked: ${listed(what)}`,
      more: locks.map(({ by, because }) => `By ${by}: ${because}`),
    });
  }
  if ('phone' in placement.place) marks.push({ kind: 'by-phone', word: 'By phone', more: [] });
  const atAPinch = everyoneIn(review, session).filter((id) => {
    const contact = contactOf(review, id);
    return contact !== undefined && isIfNeeded(contact.diary, timeOf(placement));
  });
  if (atAPinch.length > 0) {
    const names = listed(atAPinch.map((id) => nameOf(review, id)));
    marks.push({ kind: 'if-needed', word: 'If-needed time', more: [`Offered only if needed: ${names}`] });
  }
  if (placement.peers.length < Math.max(1, session.peers.count)) {
    const word = ['No interviewer', 'One interviewer'][placement.peers.length] ?? 'Short of interviewers';
    marks.push({ kind: 'one-interviewer', word, more: [] });
  }
  return [...marks, ...findingMarks(findings, session.id)];
}

/** What a session's cell says, in the order of the grid: who or what, job title, place, the pair, marks. */
export function sessionCell(
  review: Review,
  held: Held,
  stream: string,
  findings: readonly Finding[],
): SessionCell {
  const people = peopleIn(review, held.session);
  return {
    kind: 'session',
    session: held.session.id,
    sessionKind: held.session.kind,
    stream,
    title: held.session.title,
    people,
    who: whoWords(held.session, people),
    names: whoWords(
      held.session,
      people.map((person) => ({ ...person, jobTitle: '' })),
    ),
    place: whereHeld(review, held).name,
    byPhone: 'phone' in held.placement.place,
    pair: pairOf(review, held.placement),
    marks: marksOf(review, held, findings),
    at: timeOf(held.placement),
    time: clockSpan(timeOf(held.placement)),
    away: awayWords(held) ?? null,
  };
}

export function eventCell(review: Review, event: FixedEvent, continued: boolean): EventCell {
  const names = [...(event.peers === 'all' ? [] : event.peers), ...event.contacts].map((id) =>
    nameOf(review, id),
  );
  const whole = event.peers === 'all';
  return {
    kind: 'event',
    event: event.id,
    eventKind: event.kind,
    title: event.title,
    at: { from: event.from, to: event.to },
    time: clockSpan(event),
    place: whereEvent(review, event).name,
    placeMatters: event.room !== undefined || event.site !== undefined,
    who: names.length === 0 ? null : whole ? `With ${listed(names)}` : `For ${listed(names)}`,
    continued,
  };
}
