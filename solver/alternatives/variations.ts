import type { Figures } from '../../src/programme/alternatives.ts';
import type { Window } from '../../src/review/frame.ts';
import type { Review } from '../../src/review/review.ts';
import type { Session } from '../../src/review/session.ts';
import { ruleOf } from '../../src/rules/index.ts';
import { weightOf } from '../../src/rules/rule.ts';
import { dayOf, type Minute } from '../../src/time/span.ts';
import { weekday } from '../../src/time/words.ts';

/**
 * Something else that could be asked of a week: the review as it would be entered by somebody who cares for one thing
 * more. It may ask more than the review does, or price its wishes otherwise; it never allows what the review forbids.
 */
export interface Variation {
  readonly id: string;
  readonly title: (review: Review) => string;
  readonly means: (review: Review) => string;
  /** Reviews to try, the first that holds as much as the first programme counts; none where there is nothing to gain. */
  readonly vary: (review: Review, first: Figures) => readonly Review[];
  /** Whether a programme keeps what the title promises. */
  readonly better: (now: Figures, first: Figures) => boolean;
  /** Why there is none, where that is worth saying. */
  readonly unless?: (review: Review) => string | undefined;
}

/** A weight is worth so many times as much to somebody who cares for it above other wishes. */
const MUCH = 5;

/** The review with a want priced higher. */
function caringFor(review: Review, rule: string, ...parts: readonly string[]): Review {
  const known = ruleOf(rule)!;
  const dearer = known.parts
    .filter((part) => parts.includes(part.name))
    .map((part) => [`${rule}/${part.name}`, MUCH * weightOf(review, known, part)] as const);
  return { ...review, weights: { ...review.weights, ...Object.fromEntries(dearer) } };
}

const withWindows = (review: Review, windows: readonly Window[]): Review => ({
  ...review,
  frame: { ...review.frame, windows },
});

const withSessions = (review: Review, change: (session: Session) => Session): Review => ({
  ...review,
  sessions: review.sessions.map(change),
});

/** What a stream beyond the usual is called: with two usual ones a third. */
const beyondWords = ({ streams }: Review): string => (streams === 2 ? 'a third stream' : 'a further stream');

const moreAllowed = ({ moreStreams, streams, frame }: Review): boolean =>
  moreStreams.when !== 'never' && frame.windows.some((w) => w.limit > streams);

/** The last window of each day, evenings aside, so much shorter where no session is fixed to a time in what goes. */
function endingEarlier(review: Review, by: Minute): Review {
  const windows = review.frame.windows.map((window): Window => {
    const last = review.frame.windows
      .filter((w) => w.day === window.day && !w.evening)
      .every((w) => w.to <= window.to);
    const to = window.to - by;
    const fixed = review.sessions.some(
      (s) =>
        s.fixed !== undefined && s.fixed < window.to && s.fixed + s.minutes > to && s.fixed >= window.from,
    );
    return window.evening || !last || fixed || to - window.from < 60 ? window : { ...window, to };
  });
  return withWindows(review, windows);
}

/** How far a programme runs beyond the ends of a review's days, summed. Minutes. */
const runsOver = (review: Review, { days }: Figures): Minute =>
  days.reduce((sum, { day, to }) => {
    const ends = review.frame.windows.filter((w) => w.day === day && !w.evening).map((w) => w.to);
    return sum + Math.max(0, to - Math.max(...ends));
  }, 0);

const lastDay = (review: Review): number => Math.max(...review.frame.windows.map((w) => w.day));

/** Sessions that belong on the last day: given a time or an earliest day there, or one of the two debriefs. */
const belongsLast = (session: Session, last: number): boolean =>
  session.kind === 'debrief' ||
  session.earliestDay >= last ||
  (session.fixed !== undefined && dayOf(session.fixed) === last);

const sessionsOn = (figures: Figures, day: number): number =>
  figures.days.find((d) => d.day === day)?.sessions ?? 0;

/** How much earlier than the first a programme ends, summed over the days; later ones count against it. */
export const earlier = (now: Figures, first: Figures): Minute =>
  first.days.reduce((sum, { day, to }) => {
    const then = now.days.find((d) => d.day === day);
    return sum + (then ? to - then.to : 60);
  }, 0);

const placedMore = (now: Figures, first: Figures): number =>
  first.leftOut.must.length +
  first.leftOut.should.length +
  first.leftOut.could.length -
  (now.leftOut.must.length + now.leftOut.should.length + now.leftOut.could.length);

const uneven = ({ work }: Figures): Minute => work.most - work.least;

/** Everything that is tried, what differs most first: the order in which alternatives are offered. */
export const variations: readonly Variation[] = [
  {
    id: 'usual-streams',
    title: ({ streams }) => `Never more than ${streams === 2 ? 'two' : streams} streams`,
    means: (review) => `No session is held in ${beyondWords(review)}.`,
    vary: (review, { beyond }) =>
      beyond === 0
        ? []
        : [
            {
              ...review,
              moreStreams: { limit: review.streams, when: 'never' },
              frame: {
                ...review.frame,
                windows: review.frame.windows.map((w) => ({
                  ...w,
                  limit: Math.min(w.limit, review.streams),
                })),
              },
            },
          ],
    better: (now, first) => now.beyond < first.beyond,
  },
  {
    id: 'more-streams',
    title: (review) => `${beyondWords(review).replace('a', 'A')} whenever it helps`,
    means: (review) =>
      `${beyondWords(review).replace('a', 'A')} is used wherever it is allowed, not only where nothing else will do.`,
    vary: (review) => (moreAllowed(review) ? [{ ...review, streams: review.moreStreams.limit }] : []),
    better: (now, first) => placedMore(now, first) > 0 || now.points < 0.9 * first.points - 1,
    unless: (review) =>
      moreAllowed(review)
        ? undefined
        : `More than ${review.streams === 2 ? 'two' : review.streams} streams at once are not allowed in this review, so no programme with ${beyondWords(review)} was looked for.`,
  },
  {
    id: 'no-evenings',
    title: () => 'No evenings',
    means: () => 'No session is held in the evening.',
    vary: (review, { evenings }) =>
      evenings === 0
        ? []
        : [
            withWindows(
              review,
              review.frame.windows.filter((w) => !w.evening),
            ),
          ],
    better: (now, first) => now.evenings < first.evenings,
  },
  {
    id: 'every-session',
    title: () => 'As many sessions as can be held',
    means: () =>
      'Sessions that only could be held are placed even at a price: one peer alone, a further stream, an evening.',
    vary: (review, { leftOut }) =>
      leftOut.could.length === 0
        ? []
        : [withSessions(review, (s) => (s.priority === 'could' ? { ...s, priority: 'should' } : s))],
    better: (now, first) => placedMore(now, first) > 0,
  },
  {
    id: 'always-in-pairs',
    title: () => 'Always in pairs',
    means: () => 'No session is taken by one peer alone, even where that leaves out one that should be held.',
    vary: (review, { alone }) =>
      alone === 0
        ? []
        : [withSessions(review, (s) => (s.priority === 'should' ? { ...s, priority: 'could' } : s))],
    better: (now, first) => now.alone < first.alone,
  },
  {
    id: 'earlier-end',
    title: () => 'Each day done earlier',
    means: () => 'Sessions end up to an hour earlier each day.',
    vary: (review, first) =>
      [60, 30].map((by) => endingEarlier(review, by)).filter((cut) => runsOver(cut, first) >= 60),
    better: (now, first) => earlier(now, first) >= 60,
  },
  {
    id: 'last-day-free',
    title: (review) => `${weekday(review.week, lastDay(review))} kept free`,
    means: (review) =>
      `Only what belongs there, such as the debrief, is held on ${weekday(review.week, lastDay(review))}: the team has the time to prepare.`,
    vary: (review, first) => {
      const last = lastDay(review);
      const bound = review.sessions.filter((s) => belongsLast(s, last)).length;
      return sessionsOn(first, last) <= Math.min(bound, 1)
        ? []
        : [
            withSessions(review, (s) =>
              belongsLast(s, last) ? s : { ...s, latestDay: Math.min(s.latestDay, last - 1) },
            ),
          ];
    },
    better(now, first) {
      const last = first.days.at(-1)?.day ?? 0;
      return sessionsOn(now, last) < sessionsOn(first, last);
    },
  },
  {
    id: 'fewer-journeys',
    title: () => 'Fewer journeys',
    means: () => 'Journeys weigh five times what they do otherwise.',
    vary: (review, { journeys }) =>
      journeys === 0 ? [] : [caringFor(review, 'travel', 'journeys', 'journey-minutes')],
    better: (now, first) => now.journeys < first.journeys,
  },
  {
    id: 'more-down-time',
    title: () => 'More down time',
    means: () => 'A free hour for each peer on each full day weighs five times what it does otherwise.',
    vary: (review, { withoutDownTime }) =>
      withoutDownTime === 0 ? [] : [caringFor(review, 'down-time', 'rule')],
    better: (now, first) => now.withoutDownTime < first.withoutDownTime,
  },
  {
    id: 'easier-times',
    title: () => 'Easier on people’s diaries',
    means: () => 'Times that people marked “if needed” weigh five times what they do otherwise.',
    vary: (review, { ifNeeded }) => (ifNeeded === 0 ? [] : [caringFor(review, 'diaries', 'if-needed')]),
    better: (now, first) => now.ifNeeded < first.ifNeeded,
  },
  {
    id: 'fairer',
    title: () => 'Shared more evenly',
    means: () => 'Fair shares of the work weigh five times what they do otherwise.',
    vary: (review, first) => (uneven(first) < 120 ? [] : [caringFor(review, 'fair-load', 'rule')]),
    better: (now, first) => uneven(now) <= uneven(first) - 60,
  },
];
