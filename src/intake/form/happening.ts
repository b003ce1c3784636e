import { hasBegun } from '../../programme/past.ts';
import type { Placement } from '../../programme/placement.ts';
import type { Programme } from '../../programme/programme.ts';
import { cancelledFor } from '../../review/cancelled-for.ts';
import { sessionOf } from '../../review/facts.ts';
import { windowFor } from '../../review/frame.ts';
import {
  type Happened,
  type HappeningKind,
  happeningKinds,
  happensTo,
  seenAgainAs,
} from '../../review/happening.ts';
import type { Review } from '../../review/review.ts';
import { usualMinutes } from '../../review/session.ts';
import { DAY, dayOf, length, type Minute, QUARTER, type Span } from '../../time/span.ts';
import { clock, minutes } from '../../time/words.ts';
import { readClock } from './clock.ts';
import { type Fields, type FormReading, Sent } from './sent.ts';

/** What a form says of something that happened in the week. */
export interface HappenedSaid extends Omit<Happened, 'adds'> {
  readonly note: string;
}

interface Given {
  readonly review: Review;
  readonly programme: Pick<Programme, 'placements'>;
  /** Of the week: now. */
  readonly minute: Minute;
  /** Whether whoever says so may make exceptions to rules: the review manager. */
  readonly excepts: boolean;
}

const weekDays = ['0', '1', '2', '3', '4', '5'] as const;
/** The last day that a week has; its end is where “the rest of the week” ends. */
const LAST = 5;

/** Sessions of which a kind can be said: of what has not begun that it was not held makes no sense. */
function sessionFor(kind: HappeningKind, placement: Placement, minute: Minute): string | undefined {
  const begun = hasBegun(placement, minute);
  if (kind === 'held' && !begun) return 'It has not begun yet';
  if (kind === 'not-held' && !begun)
    return 'It has not begun yet: say instead that somebody can’t make it, or that it is called off';
  if ((kind === 'cancelled' || kind === 'called-off') && begun)
    return 'It should have begun already: say instead that it was not held';
  return undefined;
}

/** How long somebody is to be seen again; undefined: as long as is usual. */
function readMinutes(sent: Sent, usual: Minute, excepts: boolean): Minute | undefined {
  const long = sent.whole('minutes', QUARTER, 240, 'Its minutes');
  if (long !== undefined && long % QUARTER !== 0)
    sent.problem('minutes', 'Enter its minutes in quarter hours, such as 45');
  else if (long !== undefined && long !== usual && !excepts)
    sent.problem(
      'minutes',
      `Leave this blank: only the review manager can have it take other than ${minutes(usual)}`,
    );
  return long;
}

/** When somebody is to be seen again, where that was agreed with them; undefined: it is to be looked for. */
function readAgain(sent: Sent, minute: Minute): Minute | undefined {
  const day = sent.choice('again-day', weekDays, 'Choose a day of the week');
  const typed = sent.line('again-time');
  const read = readClock(typed ?? '');
  const [hour = 0, rest = 0] = (read ?? '').split(':').map(Number);
  const at = Number(day ?? 0) * DAY + hour * 60 + rest;
  if (typed !== undefined && read === undefined)
    sent.problem('again-time', 'Enter a time, such as 9.15am or 14:00');
  else if (day !== undefined && typed === undefined)
    sent.problem('again-time', 'Enter when it starts, or choose no day');
  else if (day === undefined && typed !== undefined)
    sent.problem('again-day', 'Choose the day, or take the time out');
  else if (rest % QUARTER !== 0)
    sent.problem('again-time', 'Enter a time on the quarter hour, such as 9.15am');
  else if (day !== undefined && at <= minute)
    sent.problem('again-time', 'Enter a time that is still to come');
  return day === undefined || read === undefined ? undefined : at;
}

/** Where on a day a session of so many minutes may be held, for whoever gave another time. */
function outsideWords(review: Review, day: number, long: Minute): string {
  const spans = review.frame.windows
    .filter((w) => w.day === day && length(w) >= long)
    .map((w) => `${clock(w.from)} to ${clock(w.to)}`);
  return spans.length === 0
    ? 'There is no time for sessions of that length on that day: choose another'
    : `Enter a time such that it is held within ${spans.join(' or ')}`;
}

function spanOf(
  sent: Sent,
  kind: HappeningKind,
  placement: Placement,
  { review, minute, excepts }: Given,
): Span {
  const { start, end } = placement;
  const day = dayOf(start);
  switch (kind) {
    case 'held': {
      const [hour = 0, rest = 0] = (readClock(sent.line('ended') ?? '') ?? '').split(':').map(Number);
      const ended = day * DAY + hour * 60 + rest;
      if (sent.line('ended') === undefined || ended <= start)
        sent.problem('ended', `Enter when it ended, a time of that day after ${clock(start)}`);
      else if (ended > minute) sent.problem('ended', 'Enter a time that has come already');
      return { from: start, to: ended };
    }
    case 'over-ran': {
      const more = sent.whole('longer', 1, 180, 'The minutes that it took longer');
      if (more === undefined) sent.problem('longer', 'Enter by how many minutes it over-ran, such as 20');
      return { from: end, to: end + (more ?? 0) };
    }
    case 'late': {
      const late = sent.whole('late', 1, 180, 'The minutes that they are late');
      if (late === undefined) sent.problem('late', 'Enter by how many minutes they are late, such as 15');
      return { from: start, to: start + (late ?? 0) };
    }
    case 'cancelled': {
      const long = sent.choice('for', cancelledFor, 'Choose for how long') ?? 'then';
      if (long === 'then') return { from: start, to: end };
      return { from: Math.min(start, minute), to: long === 'day' ? (day + 1) * DAY : (LAST + 1) * DAY };
    }
    case 'second-interview': {
      const usual = usualMinutes[seenAgainAs(sessionOf(review, placement.session)?.kind ?? 'interview')];
      const long = readMinutes(sent, usual, excepts) ?? usual;
      const from = readAgain(sent, minute);
      if (from !== undefined && !windowFor(review, { from, to: from + long }))
        sent.problem('again-time', outsideWords(review, dayOf(from), long));
      return { from: from ?? minute, to: (from ?? minute) + long };
    }
    default:
      return { from: start, to: end };
  }
}

/** From a time of a day to a time of a day; from now on, and until the end of the day, where they are blank. */
function whenOf(sent: Sent, minute: Minute): Span {
  const at = (which: 'from' | 'to', otherwise: Minute): Minute => {
    const chosen = sent.choice(`${which}-day`, weekDays, 'Choose a day of the week');
    const day = Number(chosen ?? dayOf(minute));
    const text = sent.line(`${which}-time`);
    if (text === undefined) return day * DAY + otherwise;
    const read = readClock(text);
    if (read === undefined) {
      sent.problem(`${which}-time`, 'Enter a time of day, such as 9.00am or 14:30');
      return day * DAY + otherwise;
    }
    const [hour = 0, rest = 0] = read.split(':').map(Number);
    return day * DAY + hour * 60 + rest;
  };
  const [from, to] = [at('from', minute % DAY), at('to', DAY)];
  if (to <= from) sent.problem('to-time', 'The end must be after the start');
  else if (to <= minute)
    sent.problem('to-time', 'That is over already: nothing can be done about it any more');
  return { from, to };
}

const wants: Readonly<Record<'peer' | 'room' | 'site', string>> = {
  peer: 'Choose who is away',
  room: 'Choose the room',
  site: 'Choose the site',
};

/** Reads what happened from a form; every problem beside its field. */
export function readHappened(fields: Fields, given: Given): FormReading<HappenedSaid> {
  const { review, programme, minute } = given;
  const sent = new Sent(fields);
  const kind = sent.neededChoice('kind', happeningKinds, 'Choose what happened');
  const to = happensTo[kind];
  const note = sent.text('note') ?? '';
  if (to === 'session') {
    const id = sent.needed('session', 'Choose the session');
    const placement = programme.placements.find((p) => p.session === id);
    if (!placement) {
      sent.problem('session', 'Choose a session of the programme');
      return sent.reading({ kind, about: id, from: 0, to: 0, note });
    }
    const amiss = sessionFor(kind, placement, minute);
    if (amiss !== undefined) sent.problem('session', amiss);
    const span = spanOf(sent, kind, placement, given);
    // Held longer than planned is over-run: others may have to wait for those who took it.
    return kind === 'held' && span.to > placement.end
      ? sent.reading({ kind: 'over-ran', about: id, from: placement.end, to: span.to, note })
      : sent.reading({ kind, about: id, ...span, note });
  }
  const list: readonly { readonly id: string }[] =
    to === 'peer' ? review.peers : to === 'room' ? review.rooms : review.sites;
  const about = sent.needed(to, wants[to]);
  if (about !== '' && !list.some((item) => item.id === about)) sent.problem(to, wants[to]);
  return sent.reading({ kind, about, ...whenOf(sent, minute), note });
}
