import type { Held } from '../programme/placement.ts';
import { timeFor } from '../programme/programme.ts';
import { namesOf, travelMinutes } from '../review/facts.ts';
import { perReview } from '../review/per-review.ts';
import type { Review } from '../review/review.ts';
import { contains, dayOf, free, length, type Minute, type Span, union } from '../time/span.ts';
import { clockSpan, minutes, spanName, weekday } from '../time/words.ts';
import type { Rule, Scope } from './rule.ts';
import { siteOfHeld } from './travel/gaps.ts';
import { eveningWindow } from './week/evenings.ts';
import { forTheTeam, middayOf, sessionDays } from './week/frame-times.ts';
import { LUNCH, leavesLunch } from './week/lunch.ts';
import { BREAK, type Run, runsOf } from './week/runs.ts';
import { keepsClear } from './week/runs-into.ts';

/** The longest that anybody is kept without a break, and the longest that is good for them. Minutes. */
const MOST: Minute = 180;
const USUAL: Minute = 150;

/** The longest way of a review: no gap between two sessions has more of it. */
const longestWay = perReview((review) => Math.max(0, ...review.travel.map((t) => t.minutes)));

/** The lunches of the whole team. */
const teamLunches = perReview((review) =>
  review.frame.events.filter((e) => e.kind === 'lunch' && e.peers === 'all'),
);

/** In the order in which they take up a person: a visit's journey begins before it does. Nearly always they are. */
function asTaken(held: readonly Held[], person: string): readonly Held[] {
  for (let i = 1; i < held.length; i++)
    if (timeFor(held[i - 1]!, person).from > timeFor(held[i]!, person).from)
      return [...held].sort((a, b) => timeFor(a, person).from - timeFor(b, person).from);
  return held;
}

/** The minutes that a person is on the way between two sessions, beyond what the peers' time of a visit holds of it. */
function wayBetween(review: Review, person: string, a: Held, b: Held): Minute {
  const way = travelMinutes(review, siteOfHeld(review, a), siteOfHeld(review, b));
  if (way === 0) return 0;
  const inside = timeFor(a, person).to - a.placement.end + b.placement.start - timeFor(b, person).from;
  return Math.max(0, way - inside);
}

/**
 * Whether a run could be so long at all, reckoned quickly and too high: with the longest way between each two, and no
 * event to end it. `away`: over the peers' time, else the contact's.
 */
function couldRunLong(held: readonly Held[], away: boolean, far: Minute, over: Minute): boolean {
  let [run, end] = [0, Number.NEGATIVE_INFINITY];
  for (const { placement } of held) {
    const from = away ? placement.away.from : placement.start;
    const to = away ? placement.away.to : placement.end;
    run = from - end >= BREAK + far ? to - from : run + far + to - from;
    if (run > over) return true;
    end = Math.max(end, to);
  }
  return false;
}

/** The runs of more than `over` minutes of a scope's peer or contact. */
function longRuns(review: Review, { peer, contact, held }: Scope, over: Minute): readonly Run[] {
  const person = (peer ?? contact)?.id;
  if (person === undefined) return [];
  if (!couldRunLong(held, peer !== undefined, longestWay(review), over)) return [];
  const ordered = asTaken(held, person);
  const attends = (gap: Span): boolean =>
    review.frame.events.some(
      (e) =>
        contains(gap, e) &&
        ((peer && (e.peers === 'all' || e.peers.includes(person))) || e.contacts.includes(person)),
    );
  return runsOf(
    ordered.map((h) => timeFor(h, person)),
    attends,
    (last, next) => wayBetween(review, person, ordered[last]!, ordered[next]!),
  ).filter((run) => run.minutes > over);
}

const tooLong = (review: Review, scope: Scope) =>
  longRuns(review, scope, MOST).map((run) => {
    const person = (scope.peer ?? scope.contact)!;
    return {
      amount: run.minutes - MOST,
      who: [person.id],
      when: run,
      say: () =>
        `${person.name} has ${minutes(run.minutes)} of sessions without a break on ${spanName(review.week, run)}: ${MOST} is the most.`,
    };
  });

/**
 * Whether spans follow one another with no break between any two: where all run at one moment, nothing lies on both
 * sides of a break, and none is missed.
 */
function lacksBreak(half: readonly Span[]): boolean {
  let [firstEnd, lastStart] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const { from, to } of half) {
    firstEnd = Math.min(firstEnd, to);
    lastStart = Math.max(lastStart, from);
  }
  if (firstEnd > lastStart) return false;
  // A break begins where something ends and nothing runs on, or starts in the 15 minutes after.
  return !half.some(
    ({ to }) => to < lastStart && half.every((other) => other.to <= to || other.from >= to + BREAK),
  );
}

/** The half-day that a session counts for; an evening is none. */
function halfDay(review: Review, away: Span): string | undefined {
  if (eveningWindow(review, away) !== undefined) return undefined;
  const day = dayOf(away.from);
  return `${day} ${away.from < middayOf(review, day) ? 'morning' : 'afternoon'}`;
}

/** Nobody is kept too long without a break, and everybody has lunch (manual 1476, 1576-1612). */
export const lunchAndBreaks: Rule = {
  id: 'lunch-and-breaks',
  title: 'Lunch and breaks',
  group: 'time',
  manual: ['1476', '1576-1612'],
  parts: [
    {
      name: 'rule',
      kind: 'must',
      shape: 'whole',
      over: 'peer-day',
      mendedBy: 'fewer',
      looksAt: ['time', 'place'],
      asks: 'No peer has more than 180 minutes of sessions and travel without 15 free minutes.',
      test: tooLong,
    },
    {
      name: 'contacts',
      kind: 'must',
      shape: 'whole',
      over: 'contact-day',
      mendedBy: 'fewer',
      looksAt: ['time', 'place'],
      asks: 'No contact has more than 180 minutes of sessions without 15 free minutes.',
      test: tooLong,
    },
    keepsClear(
      'lunch-and-breaks',
      'lunch-kept',
      'No session runs into a break of the team, or leaves less than 45 minutes of its lunch.',
    ),
    {
      name: 'lunch-between',
      kind: 'must',
      shape: 'whole',
      over: 'peer-day',
      mendedBy: 'fewer',
      looksAt: ['time'],
      asks: 'The sessions before and after lunch leave each peer 45 minutes of it.',
      test(review, { peer, day, held }) {
        if (!peer || held.length < 2) return [];
        return teamLunches(review).flatMap((event) => {
          if (event.day !== day) return [];
          const taken = held.map((h) => h.placement.away);
          // One session that takes too much by itself is for `lunch-kept`.
          if (taken.some((t) => !leavesLunch(event, t))) return [];
          const left = Math.max(0, ...free(event, taken).map(length));
          if (left >= LUNCH) return [];
          return [
            {
              amount: LUNCH - left,
              who: [peer.id],
              when: event,
              say: () =>
                `${peer.name} has only ${minutes(left)} of lunch on ${weekday(review.week, event.day)}: ${LUNCH} is the least.`,
            },
          ];
        });
      },
    },
    {
      name: 'lunch',
      kind: 'must',
      shape: 'whole',
      over: 'frame',
      mendedBy: 'more',
      asks: 'Everybody has a lunch of at least 45 minutes on each of days 1 to 4; on day 5 it is part of the conference.',
      test: (review) =>
        sessionDays.flatMap((day) => {
          const lunches = review.frame.events.filter((e) => e.kind === 'lunch' && e.day === day);
          const long = lunches.filter((e) => length(e) >= LUNCH);
          if (long.some((e) => forTheTeam(review, e))) return [];
          const without = review.peers.filter(
            (p) => !long.some((e) => e.peers === 'all' || e.peers.includes(p.id)),
          );
          if (long.length > 0 && without.length === 0) return [];
          const short = long.length === 0 ? lunches[0] : undefined;
          return [
            {
              ...(long.length > 0 && { who: without.map((p) => p.id) }),
              ...(short && { when: short }),
              say: () =>
                short
                  ? `Lunch on ${weekday(review.week, day)} (${clockSpan(short)}) has ${minutes(length(short))}: ${LUNCH} is the least.`
                  : `No lunch on ${weekday(review.week, day)} for ${
                      long.length > 0
                        ? namesOf(
                            review,
                            without.map((p) => p.id),
                          )
                        : 'the team'
                    }: add one of at least ${minutes(LUNCH)}.`,
            },
          ];
        }),
    },
    {
      name: 'breaks-sooner',
      kind: 'want',
      weight: 3,
      per: 'a peer and half-day',
      shape: 'whole',
      over: 'peer-day',
      mendedBy: 'fewer',
      looksAt: ['time', 'place'],
      asks: 'A peer has a break after 150 minutes of sessions and travel at most; counted once a half-day, lunch being the middle of the day.',
      test(review, scope) {
        // What is over the most is broken, and said there.
        const runs = longRuns(review, scope, USUAL).filter((run) => run.minutes <= MOST);
        if (runs.length === 0) return [];
        const midday = middayOf(review, dayOf(runs[0]!.from));
        const halves = [
          runs.find((run) => run.from < midday),
          runs.find((run) => run.from >= midday),
        ].flatMap((run) => run ?? []);
        return halves.map((run) => ({
          who: [scope.peer!.id],
          when: run,
          say: () =>
            `${scope.peer!.name} has ${minutes(run.minutes)} of sessions without a break on ${spanName(review.week, run)}: ${USUAL} would be better.`,
        }));
      },
    },
    {
      name: 'common-break',
      kind: 'want',
      weight: 2,
      per: 'a half-day',
      shape: 'whole',
      over: 'day',
      mendedBy: 'fewer',
      looksAt: ['time'],
      pauses: { minutes: BREAK, pieceOf: halfDay },
      asks: 'In each half-day with sessions one after the other, there are 15 minutes between them in which no session runs, and the whole team can break.',
      test(review, { day, held }) {
        if (day === undefined) return [];
        const midday = middayOf(review, day);
        const mornings: Span[] = [];
        const afternoons: Span[] = [];
        for (const { placement } of held) {
          const { away } = placement;
          if (eveningWindow(review, away) === undefined)
            (away.from < midday ? mornings : afternoons).push(away);
        }
        return [mornings, afternoons].flatMap((half, i) => {
          if (!lacksBreak(half)) return [];
          const blocks = union(half);
          const when = { from: blocks[0]!.from, to: blocks.at(-1)!.to };
          return [
            {
              when,
              say: () =>
                `The team has no break in common on ${weekday(review.week, day)} ${i === 0 ? 'morning' : 'afternoon'}, ${clockSpan(when)}.`,
            },
          ];
        });
      },
    },
  ],
};
