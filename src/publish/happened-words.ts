import { nameOf } from '../review/facts.ts';
import type { Happened, HappeningKind } from '../review/happening.ts';
import type { Review } from '../review/review.ts';
import { dayOf } from '../time/span.ts';
import { clock, minutes, spanName } from '../time/words.ts';

/** A happening as one sentence without its full stop; a new kind does not compile until it has words. */
const sentences: Readonly<Record<HappeningKind, (review: Review, happened: Happened) => string>> = {
  'over-ran': (review, { about, from, to }) =>
    `${nameOf(review, about)} over-ran by ${minutes(to - from)}, to ${clock(to)}`,
  late: (review, { about, from, to }) =>
    `${nameOf(review, about)} can’t begin before ${clock(to)}, ${minutes(to - from)} late`,
  cancelled: (review, { about, from, to }) =>
    `${nameOf(review, about)} was cancelled: they can’t be had ${spanName(review.week, { from, to })}`,
  'not-held': (review, { about }) => `${nameOf(review, about)} was not held`,
  'called-off': (review, { about }) => `${nameOf(review, about)} was called off for good`,
  'second-interview': (review, { about }) => `${nameOf(review, about)} is to be seen again`,
  'peer-away': (review, { about, from, to }) =>
    `${nameOf(review, about)} is away ${spanName(review.week, { from, to })}`,
  'room-lost': (review, { about, from, to }) =>
    `${nameOf(review, about)} can’t be had ${spanName(review.week, { from, to })}`,
  'site-closed': (review, { about, from, to }) =>
    `${nameOf(review, about)} is closed ${spanName(review.week, { from, to })}`,
};

export const happenedWords = (review: Review, happened: Happened): string =>
  sentences[happened.kind](review, happened);

/** Whether it touches a day of the week. */
export const isOnDay = ({ from, to }: Happened, day: number): boolean =>
  dayOf(from) <= day && day <= dayOf(Math.max(from, to - 1));
