import { timeOf } from '../programme/placement.ts';
import { asHeld, heldIn, type Programme } from '../programme/programme.ts';
import type { Happened } from '../review/happening.ts';
import type { Review } from '../review/review.ts';
import { dayOf, type Minute, type Span } from '../time/span.ts';
import { clock, clockSpan, dayName } from '../time/words.ts';
import { personWeek, type WeekItem } from './person-week.ts';
import { whereEvent, whereForTeam, whereHeld } from './where.ts';
import { type PairMember, pairOf, peopleIn, personWords } from './who.ts';

/** Something of today’s programme, as it is at a moment. */
export interface BoardItem extends Span {
  readonly kind: 'session' | 'event';
  readonly id: string;
  readonly title: string;
  readonly time: string;
  /** Who is seen, beyond what the title says. */
  readonly who: string;
  readonly place: string;
  readonly pair: readonly PairMember[];
  readonly state: 'over' | 'now' | 'to come';
  /** What it was in truth, where that is not what was planned. */
  readonly marks: readonly string[];
}

/** Where one of the team is at a moment, and where they go next. */
export interface BoardPeer {
  readonly id: string;
  readonly name: string;
  readonly initials: string;
  readonly is: 'at a session' | 'with the team' | 'on the way' | 'free' | 'away';
  /** What they are at; nothing for who is free. */
  readonly at: string;
  readonly place: string;
  readonly until: string;
  readonly next: string;
}

/** A day of the programme at one moment of it. */
export interface Board {
  readonly day: string;
  readonly clock: string;
  /** In time order. */
  readonly items: readonly BoardItem[];
  readonly peers: readonly BoardPeer[];
}

const NOT_HELD = 'Not held';
const CANCELLED = 'Cancelled';

/** What is known of how a session really went. */
interface Truth {
  readonly from?: Minute;
  readonly to?: Minute;
  readonly marks: readonly string[];
}

function truthOf(happened: readonly Happened[], session: string, planned: Span): Truth {
  // What was said of a time that is no longer this session’s is over with.
  const own = happened.filter(
    (h) => h.about === session && h.from <= planned.to && planned.from <= Math.max(h.from, h.to),
  );
  const overRan = own.findLast((h) => h.kind === 'over-ran');
  const held = own.findLast((h) => h.kind === 'held');
  const late = own.findLast((h) => h.kind === 'late');
  return {
    ...((overRan ?? held) && { to: (overRan ?? held)!.to }),
    ...(late && { from: late.to }),
    marks: [
      ...(own.some((h) => h.kind === 'not-held') ? [NOT_HELD] : []),
      ...(own.some((h) => h.kind === 'cancelled' || h.kind === 'called-off') ? [CANCELLED] : []),
      ...(held && !overRan ? [`Ended at ${clock(held.to)}`] : []),
      ...(late ? [`Begins about ${clock(late.to)}`] : []),
      ...(overRan ? [`To ${clock(overRan.to)}, over-ran`] : []),
    ],
  };
}

const stateOf = ({ from, to }: Span, minute: Minute): BoardItem['state'] =>
  minute >= to ? 'over' : minute >= from ? 'now' : 'to come';

/** Where one of the team is: the session before what surrounds it, and the truth before the plan. */
function peerNow(
  items: readonly WeekItem[],
  peer: Review['peers'][number],
  happened: readonly Happened[],
  minute: Minute,
): BoardPeer {
  const { id, name, initials } = peer;
  const real = items.flatMap((item) => {
    if (item.kind !== 'session') return [item];
    const { to, marks } = truthOf(happened, item.about ?? '', item);
    return marks.some((m) => m === NOT_HELD || m === CANCELLED) ? [] : [{ ...item, to: to ?? item.to }];
  });
  const running = real.filter((item) => item.from <= minute && minute < item.to);
  const now =
    running.find((item) => item.kind === 'session') ??
    running.find((item) => item.kind === 'travel') ??
    running.find((item) => item.kind === 'event');
  const next = real.find((item) => item.from > minute && item.kind !== 'down-time' && item.kind !== 'travel');
  const words = {
    id,
    name,
    initials,
    at: '',
    place: '',
    until: '',
    next: next ? `${clock(next.from)} ${next.title}${next.place ? `, ${next.place}` : ''}` : '',
  };
  const ill = happened.filter((h) => h.kind === 'peer-away' && h.about === id);
  const gone = [...ill, ...(now ? [] : peer.diary.busy)].find((b) => b.from <= minute && minute < b.to);
  if (gone) {
    const back = dayOf(gone.to) === dayOf(minute);
    return { ...words, is: 'away', until: back ? clock(gone.to) : 'the end of the day', next: '' };
  }
  if (!now) return { ...words, is: 'free', until: next ? clock(next.from) : '' };
  const is = now.kind === 'session' ? 'at a session' : now.kind === 'travel' ? 'on the way' : 'with the team';
  return { ...words, is, at: now.title, place: now.place ?? '', until: clock(now.to) };
}

/** The programme of a day as it is at a minute of the week; `happened` is what is known of how it really went. */
export function boardOf(
  review: Review,
  programme: Programme,
  happened: readonly Happened[],
  minute: Minute,
): Board {
  const day = dayOf(minute);
  const actual = asHeld(review, programme);
  const sessions = heldIn(actual, programme)
    .filter((h) => dayOf(h.placement.start) === day)
    .map((held): BoardItem => {
      const truth = truthOf(happened, held.session.id, timeOf(held.placement));
      const span = { from: truth.from ?? held.placement.start, to: truth.to ?? held.placement.end };
      return {
        kind: 'session',
        id: held.session.id,
        title: held.session.title,
        from: held.placement.start,
        to: span.to,
        time: clockSpan(timeOf(held.placement)),
        who: peopleIn(actual, held.session)
          .slice(0, 2)
          .map((p) => personWords(p, held.session.title))
          .filter(Boolean)
          .join('; '),
        place: whereForTeam(whereHeld(actual, held)),
        pair: pairOf(actual, held.placement),
        state: stateOf(span, minute),
        marks: truth.marks,
      };
    });
  const events = actual.frame.events
    .filter((e) => dayOf(e.from) === day)
    .map(
      (e): BoardItem => ({
        kind: 'event',
        id: e.id,
        title: e.title,
        from: e.from,
        to: e.to,
        time: clockSpan(e),
        who: '',
        place: e.kind === 'lunch' || e.kind === 'break' ? '' : whereForTeam(whereEvent(actual, e)),
        pair: [],
        state: stateOf(e, minute),
        marks: [],
      }),
    );
  return {
    day: dayName(review.week, day),
    clock: clock(minute),
    items: [...sessions, ...events].sort((a, b) => a.from - b.from || a.to - b.to || (a.id < b.id ? -1 : 1)),
    peers: actual.peers.map((peer) => {
      const week = personWeek(actual, programme, peer.id);
      const today = week?.days.find((d) => d.day === day)?.items ?? [];
      return peerNow(today, peer, happened, minute);
    }),
  };
}
