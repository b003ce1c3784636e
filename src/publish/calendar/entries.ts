import { type Held, timeOf } from '../../programme/placement.ts';
import { allThemes, contactOf, nameOf, themesOf } from '../../review/facts.ts';
import type { FixedEvent } from '../../review/frame.ts';
import type { Review } from '../../review/review.ts';
import { length, type Span } from '../../time/span.ts';
import { contactTitle } from '../person-week.ts';
import { awayWords, journeyWords, type Where, whereEvent, whereHeld, whereInFull } from '../where.ts';
import { pairOf, partnerWords, peopleIn } from '../who.ts';
import { interviewSplit, listed, sessionWords } from '../words.ts';
import type { Entry } from './entry.ts';
import { promptsFor } from './prompts.ts';
import { uidOf } from './text.ts';

const lines = (...all: readonly (string | undefined)[]): readonly string[] =>
  all.filter((line) => line !== undefined && line !== '') as readonly string[];

const eventUid = (review: Review, event: FixedEvent): string => uidOf(review.id, 'event', event.id);
const sessionUid = (review: Review, held: Held): string => uidOf(review.id, held.session.id);

/** A fixed event of the team, as all who attend it see it. */
function eventEntry(review: Review, event: FixedEvent): Entry {
  const some = [...(event.peers === 'all' ? [] : event.peers), ...event.contacts];
  const names = listed(some.map((id) => nameOf(review, id)));
  return {
    uid: eventUid(review, event),
    from: event.from,
    to: event.to,
    title: event.title,
    location: event.kind === 'lunch' || event.kind === 'break' ? '' : whereInFull(whereEvent(review, event)),
    description: lines(names === '' ? undefined : event.peers === 'all' ? `With ${names}.` : `For ${names}.`),
    cancelled: false,
  };
}

/** The same for the team, who may have to get there. */
export function eventForTeam(review: Review, event: FixedEvent): Entry {
  const entry = eventEntry(review, event);
  const place = whereEvent(review, event);
  return entry.location === '' || !place.elsewhere
    ? entry
    : { ...entry, description: [...entry.description, ...wayLines(review, place)] };
}

/** The same for a contact who is asked to it, and for whoever keeps the room: what it is, when and where. */
export const eventForContact = (review: Review, event: FixedEvent): Entry => ({
  ...eventEntry(review, event),
  description: [],
});

/** Whom the team sees: each with job and organisation, and how many come to a group. */
function seen(review: Review, held: Held): readonly string[] {
  const people = peopleIn(review, held.session);
  const each = people.map((p) => [p.name, p.jobTitle, p.organisation].filter(Boolean).join(', '));
  const more =
    held.session.headcount > people.length ? `${held.session.headcount} people in all.` : undefined;
  return lines(...each, more);
}

function themesLine(review: Review, held: Held): string | undefined {
  const titles = themesOf(review, held.session).map(
    (id) => allThemes(review).find((t) => t.id === id)?.title ?? id,
  );
  return titles.length === 0 ? undefined : `Themes: ${titles.join('; ')}.`;
}

/** Whom to call, where a session is held by phone. */
function phoneLines(review: Review, held: Held): readonly string[] {
  if (!('phone' in held.placement.place)) return [];
  return peopleIn(review, held.session).flatMap((p) => {
    const phone = contactOf(review, p.id)?.phone;
    return phone === undefined ? [] : [`Call ${p.name} on ${phone}.`];
  });
}

/** How far it is to a place away from the base, and where to park there. */
function wayLines(review: Review, place: Where): readonly string[] {
  const journey = place.elsewhere ? journeyWords(review, place) : undefined;
  return lines(
    journey === undefined ? undefined : `${journey}.`,
    place.elsewhere ? place.site?.notes : undefined,
  );
}

/** The way there and back, for what is away from the base. */
function journeyLines(review: Review, held: Held): readonly string[] {
  const away = awayWords(held);
  return [
    ...lines(away === undefined ? undefined : `${away}.`),
    ...wayLines(review, whereHeld(review, held)),
  ];
}

/** What a peer may want to ask, beneath all else: some programs cut a long text. */
function promptLines(review: Review, held: Held): readonly string[] {
  const prompts = promptsFor(review, held.session);
  return prompts.length === 0 ? [] : ['To ask about:', ...prompts.map((prompt) => `- ${prompt}`)];
}

function titleFor(review: Review, held: Held): string {
  const [only, ...others] = peopleIn(review, held.session);
  const { title } = held.session;
  return only === undefined || others.length > 0 || title.includes(only.name)
    ? title
    : `${title} (${only.name})`;
}

/** A session as the team sees it; for one peer it says with whom, else who takes it. */
export function sessionForTeam(
  review: Review,
  held: Held,
  peer: string | undefined,
  cancelled = false,
): Entry {
  const { session, placement } = held;
  const time = timeOf(placement);
  const pair = pairOf(review, placement);
  const partners = listed(pair.filter((p) => p.id !== peer).map(partnerWords));
  const own = pair.find((p) => p.id === peer)?.part;
  const team = peer === undefined ? `Taken by ${partners}.` : `With ${partners}.`;
  const nobody = peer === undefined ? 'Nobody is down to take it yet.' : 'On your own.';
  const inside = session.includes.map((id) => nameOf(review, id));
  return {
    uid: sessionUid(review, held),
    ...time,
    title: titleFor(review, held),
    location: whereInFull(whereHeld(review, held)),
    description: lines(
      `${sessionWords[session.kind]}:`,
      ...seen(review, held),
      partners === '' ? nobody : team,
      own && { leads: 'You lead.', 'takes notes': 'You take the notes.' }[own],
      interviewSplit(session, length(time)),
      inside.length === 0 ? undefined : `In the course of it: ${listed(inside)}.`,
      ...phoneLines(review, held),
      ...journeyLines(review, held),
      themesLine(review, held),
      ...(peer === undefined ? [] : promptLines(review, held)),
    ),
    cancelled,
  };
}

/** The journeys of a session as times of their own, where the peers' time is wider than the contact's. */
export function travelEntries(review: Review, held: Held, cancelled = false): readonly Entry[] {
  const { start, end, away } = held.placement;
  const place = whereHeld(review, held);
  const to = place.site?.name ?? place.name;
  const entry = (way: 'there' | 'back', span: Span, title: string): readonly Entry[] =>
    span.from >= span.to
      ? []
      : [
          {
            uid: uidOf(review.id, 'travel', way, held.session.id),
            ...span,
            title,
            location: '',
            description: lines(
              `For ${held.session.title}.`,
              way === 'there' ? place.site?.address : undefined,
              way === 'there' ? place.site?.notes : undefined,
            ),
            cancelled,
          },
        ];
  return [
    ...entry('there', { from: away.from, to: start }, `Travel to ${to}`),
    ...entry('back', { from: end, to: away.to }, `Travel from ${to}`),
  ];
}

/**
 * A session as those know it who keep the room and its door: who comes, how many, and what has to stand there. Nothing of
 * what is talked about, and nobody's telephone.
 */
export function sessionForRoom(review: Review, held: Held, cancelled = false): Entry {
  const { session, placement } = held;
  const pair = pairOf(review, placement);
  const people = peopleIn(review, session);
  const all = Math.max(session.headcount, people.length) + pair.length;
  const host = people[0];
  const team = listed(pair.map((p) => p.name));
  return {
    uid: sessionUid(review, held),
    ...timeOf(placement),
    title: titleFor(review, held),
    location: whereInFull(whereHeld(review, held)),
    description: lines(
      host && `Host: ${[host.name, host.jobTitle, host.organisation].filter(Boolean).join(', ')}.`,
      team === '' ? undefined : `From the peer review team: ${team}.`,
      `${all} ${all === 1 ? 'person' : 'people'} in the room.`,
      session.place.equipment.length === 0 ? undefined : `Needs: ${listed(session.place.equipment)}.`,
    ),
    cancelled,
  };
}

/** A session as those seen in it know it: their own time and place, and who comes. Nobody else, nothing else. */
export function sessionForContact(review: Review, held: Held, cancelled = false): Entry {
  const time = timeOf(held.placement);
  const team = listed(pairOf(review, held.placement).map((p) => `${p.name} (${p.role})`));
  return {
    uid: sessionUid(review, held),
    ...time,
    title: contactTitle(held),
    location: whereInFull(whereHeld(review, held)),
    description: lines(
      team === '' ? undefined : `You will meet ${team}.`,
      interviewSplit(held.session, length(time)),
      'phone' in held.placement.place ? 'The team will call you.' : undefined,
    ),
    cancelled,
  };
}
