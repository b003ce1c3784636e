import { nameOf } from '../review/facts.ts';
import type { Happened, HappeningKind } from '../review/happening.ts';
import type { Review } from '../review/review.ts';
import { DAY, dayOf, type Span } from '../time/span.ts';
import { clock, minutes, momentName, spanName } from '../time/words.ts';

/** `Wednesday, 9.00am to 10.00am`; `from Wednesday 8.00am on`, where it lasts to the end of a day. */
function whenName({ week }: Review, { from, to }: Span): string {
  if (to % DAY !== 0 || from % DAY === 0) return spanName(week, { from, to });
  const days = dayOf(to - 1) - dayOf(from);
  return days === 0
    ? `from ${momentName(week, from)} to the end of the day`
    : `from ${momentName(week, from)} on`;
}

/** With the minute at which it is or was reported, where it is known. */
type Said = Happened & { readonly atMinute?: number };

/** A happening as one sentence without its full stop; a new kind does not compile until it has words. */
const sentences: Readonly<Record<HappeningKind, (review: Review, happened: Said) => string>> = {
  held: (review, { about, to }) => `${nameOf(review, about)} was held, to ${clock(to)}`,
  'over-ran': (review, { about, from, to }) =>
    `${nameOf(review, about)} over-ran by ${minutes(to - from)}, to ${clock(to)}`,
  late: (review, { about, from, to }) =>
    `${nameOf(review, about)} can’t begin before ${clock(to)}, ${minutes(to - from)} late`,
  cancelled: (review, { about, from, to }) =>
    `${nameOf(review, about)} was cancelled: they can’t be had ${whenName(review, { from, to })}`,
  'not-held': (review, { about }) => `${nameOf(review, about)} was not held`,
  'called-off': (review, { about }) => `${nameOf(review, about)} was called off for good`,
  'second-interview': (review, { about, from, to, atMinute = from }) =>
    `${nameOf(review, about)} is to be seen again, for ${minutes(to - from)}${from > atMinute ? `, on ${momentName(review.week, from)}` : ''}`,
  'peer-away': (review, { about, from, to }) =>
    `${nameOf(review, about)} is away ${whenName(review, { from, to })}`,
  'room-lost': (review, { about, from, to }) =>
    `${nameOf(review, about)} can’t be had ${whenName(review, { from, to })}`,
  'site-closed': (review, { about, from, to }) =>
    `${nameOf(review, about)} is closed ${whenName(review, { from, to })}`,
};

export const happenedWords = (review: Review, happened: Said): string =>
  sentences[happened.kind](review, happened);

/** Whether it touches a day of the week, or was said on it. */
export const isOfDay = (
  { from, to, atMinute }: Happened & { readonly atMinute: number },
  day: number,
): boolean => (dayOf(from) <= day && day <= dayOf(Math.max(from, to - 1))) || dayOf(atMinute) === day;
