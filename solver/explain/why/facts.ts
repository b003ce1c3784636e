import { hostOf, nameOf, namesOf, partsOf, sessionOf } from '../../../src/review/facts.ts';
import type { Review } from '../../../src/review/review.ts';
import { ruleOf } from '../../../src/rules/index.ts';
import type { Span } from '../../../src/time/span.ts';
import { momentName, spanName, weekday } from '../../../src/time/words.ts';
import { listed } from '../words.ts';
import { type Changeable, type ChangeableKind, keyOf, ownerOf } from './changeables.ts';

type Of<K extends ChangeableKind> = Extract<Changeable, { readonly kind: K }>;
type Line = Extract<Changeable, { readonly span: Span }>;
type Words = { readonly [K in ChangeableKind]: (review: Review, things: readonly Of<K>[]) => string };

const windowOf = (review: Review, id: string): Span & { readonly day: number } =>
  review.frame.windows.find((w) => w.id === id)!;
const eventOf = (review: Review, id: string) => review.frame.events.find((e) => e.id === id)!;
const title = (review: Review, id: string): string => sessionOf(review, id)!.title;

/** `Monday, 2.00pm to 6.30pm, and Tuesday, 9.00am to 12.30pm`. */
const spans = (review: Review, list: readonly Span[]): string =>
  list.map((span) => spanName(review.week, span)).join('; ');

/** Diary lines of one owner, or of several who have the same ones. */
const cantBeHad = (review: Review, list: readonly Line[]): string => {
  const owners = [...new Set(list.map(ownerOf))];
  return `${namesOf(review, owners)} can’t be had on ${spans(
    review,
    list.filter((t) => ownerOf(t) === owners[0]).map((t) => t.span),
  )}`;
};

/** The most that may run at once in a window as things are. */
export function streamsIn(review: Review, id: string): number {
  const window = review.frame.windows.find((w) => w.id === id)!;
  return review.moreStreams.when === 'never' ? Math.min(window.streams, review.streams) : window.limit;
}

/** What each kind of changeable thing is as a fact, several of one owner together. Not a sentence yet: no full stop. */
const words: Words = {
  'contact-diary': cantBeHad,
  'peer-diary': cantBeHad,
  'room-diary': cantBeHad,
  'site-diary': cantBeHad,
  'contact-event': (review, list) =>
    `${nameOf(review, list[0]!.contact)} is at ${listed(list.map((t) => `${eventOf(review, t.event).title} on ${spanName(review.week, eventOf(review, t.event))}`))}`,
  'peer-event': (review, list) =>
    `${nameOf(review, list[0]!.peer)} is at ${listed(list.map((t) => `${eventOf(review, t.event).title} on ${spanName(review.week, eventOf(review, t.event))}`))}`,
  'room-event': (review, list) =>
    listed(
      list.map(
        ({ event: id }) =>
          `${nameOf(review, eventOf(review, id).room!)} is taken by ${eventOf(review, id).title} on ${spanName(review.week, eventOf(review, id))}`,
      ),
    ),
  'no-other-room': (review, list) =>
    `no other room holds ${list[0]!.people} on ${listed(list.map((t) => weekday(review.week, t.day)))}`,
  'this-place': (review, [t]) => `${title(review, t!.session)} is to be ${whereItIsTo(review, t!.session)}`,
  equipment: (review, [t]) =>
    `${title(review, t!.session)} asks for ${listed(sessionOf(review, t!.session)!.place.equipment)}`,
  lock: (review, [t]) => {
    const lock = review.locks.find((l) => l.session === t!.session);
    return `${title(review, t!.session)} is locked where it is${lock ? ` by ${lock.by} (${lock.because})` : ''}`;
  },
  'given-time': (review, [t]) =>
    `${title(review, t!.session)} is to start on ${momentName(review.week, sessionOf(review, t!.session)!.fixed!)}`,
  'earliest-day': (review, [t]) =>
    `${title(review, t!.session)} is to be no earlier than ${weekday(review.week, sessionOf(review, t!.session)!.earliestDay)}`,
  'latest-day': (review, [t]) =>
    `${title(review, t!.session)} is to be no later than ${weekday(review.week, sessionOf(review, t!.session)!.latestDay)}`,
  after: (review, list) =>
    `${title(review, list[0]!.session)} is to come after ${listed(list.map((t) => title(review, t.other)))}`,
  'no-evening': (review, [t]) => `${title(review, t!.session)} may not be held in the evening`,
  'named-peers': (review, [t]) =>
    `${title(review, t!.session)} needs ${namesOf(review, sessionOf(review, t!.session)!.peers.named)}, whom it names`,
  'peer-count': (review, [t]) =>
    `${title(review, t!.session)} asks for ${sessionOf(review, t!.session)!.peers.count} peers`,
  'not-interviewing': (review, list) =>
    `${listed(list.map((t) => nameOf(review, t.peer)))} ${list.length === 1 ? 'does' : 'do'} not interview`,
  'forbidden-pair': (review, list) =>
    listed(list.map((t) => `${namesOf(review, t.pair)} are not to be paired`)),
  'fixed-pair': (review, list) =>
    listed(list.map((t) => `${namesOf(review, t.pair)} are fixed to work together`)),
  streams: (review, list) =>
    listed(
      list.map(
        (t) =>
          `no more than ${streamsIn(review, t.window)} ${streamsIn(review, t.window) === 1 ? 'session' : 'sessions'} may run at once on ${spanName(review.week, windowOf(review, t.window))}`,
      ),
    ),
  'no-waiver': (review, [t]) => {
    const rule = ruleOf(t!.rule);
    return `the review manager has granted ${title(review, t!.session)} no exception to the rule “${rule?.title ?? t!.rule}”`;
  },
  'not-agreed': (review, [t]) => {
    const stand = partsOf(review, sessionOf(review, t!.session)!)
      .flatMap((s) => s.substitutes)
      .filter((s) => !s.agreedBy);
    return `the review manager has not agreed who comes to ${title(review, t!.session)} in place of ${namesOf(
      review,
      stand.map((s) => s.for),
    )}`;
  },
};

function whereItIsTo(review: Review, id: string): string {
  const session = sessionOf(review, id)!;
  const { place } = session;
  if (typeof place.room === 'string') return `in ${nameOf(review, place.room)}`;
  const host = hostOf(review, session);
  if (place.office) return `in the office of ${host?.name ?? 'its host'}`;
  return place.phone ? 'by phone' : 'somewhere that there is not';
}

/** Those that are told together: of one owner, or of one kind about the whole team. */
function groupOf(thing: Changeable): string {
  switch (thing.kind) {
    case 'contact-diary':
    case 'contact-event':
      return `${thing.kind} ${thing.contact}`;
    case 'peer-diary':
    case 'peer-event':
      return `${thing.kind} ${thing.peer}`;
    case 'room-diary':
      return `${thing.kind} ${thing.room}`;
    case 'site-diary':
      return `${thing.kind} ${thing.site}`;
    case 'no-other-room':
      return `${thing.kind} ${thing.people}`;
    case 'after':
      return `${thing.kind} ${thing.session}`;
    case 'streams':
    case 'room-event':
    case 'not-interviewing':
    case 'forbidden-pair':
    case 'fixed-pair':
      return thing.kind;
    default:
      return keyOf(thing);
  }
}

/** Changeable things in groups that are told together, in the order in which they first come. */
export function grouped(things: readonly Changeable[]): readonly (readonly Changeable[])[] {
  const groups = new Map<string, Changeable[]>();
  for (const thing of things) {
    const key = groupOf(thing);
    const list = groups.get(key);
    if (list) list.push(thing);
    else groups.set(key, [thing]);
  }
  return alike([...groups.values()]);
}

/** Diaries of the same kind that say no to the same times are told as one. */
function alike(groups: readonly (readonly Changeable[])[]): readonly (readonly Changeable[])[] {
  const out = new Map<string, readonly Changeable[]>();
  groups.forEach((group, n) => {
    const times = group.flatMap((t) => ('span' in t ? [`${t.span.from}-${t.span.to}`] : []));
    const key = times.length === 0 ? `${n}` : `${group[0]!.kind} ${times.join()}`;
    out.set(key, [...(out.get(key) ?? []), ...group]);
  });
  return [...out.values()];
}

/** A group of changeable things as a fact: `Guild Room can’t be had on Tuesday, 8.00am to 11.00pm`. */
export const factOf = (review: Review, group: readonly Changeable[]): string =>
  (words[group[0]!.kind] as (review: Review, things: readonly Changeable[]) => string)(review, group);

/** The facts as sentences. */
export const factsOf = (review: Review, things: readonly Changeable[]): readonly string[] =>
  grouped(things).map((group) => sentence(factOf(review, group)));

/** With a capital and a full stop. */
export const sentence = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
