import { DateTime } from 'luxon';
import { DAY, dayOf, type Minute, type Span } from './span.ts';
import { dateOf, type Week } from './week.ts';

/** A time of day as the manual writes it: 9.00am, 12.30pm. */
export function clock(minute: Minute): string {
  const rest = ((minute % DAY) + DAY) % DAY;
  const hour = Math.floor(rest / 60);
  return `${hour % 12 === 0 ? 12 : hour % 12}.${String(rest % 60).padStart(2, '0')}${hour < 12 ? 'am' : 'pm'}`;
}

/** `9.00am to 10.00am`. */
export const clockSpan = (span: Span): string => `${clock(span.from)} to ${clock(span.to)}`;

// Asked for in every sentence: each is worked out once.
const weekdays = new Map<string, string>();

/** `Tuesday`. */
export function weekday(week: Week, day: number): string {
  const date = dateOf(week, day);
  let name = weekdays.get(date);
  if (name === undefined) {
    name = DateTime.fromISO(date, { zone: 'utc' }).setLocale('en-GB').toFormat('cccc');
    weekdays.set(date, name);
  }
  return name;
}

/** `Tuesday 24 March`. */
export const dayName = (week: Week, day: number): string =>
  DateTime.fromISO(dateOf(week, day), { zone: 'utc' }).setLocale('en-GB').toFormat('cccc d MMMM');

/** `Tuesday 24 March 2026`. */
export const dayAndYear = (week: Week, day: number): string =>
  DateTime.fromISO(dateOf(week, day), { zone: 'utc' }).setLocale('en-GB').toFormat('cccc d MMMM yyyy');

/** `Tuesday, 9.00am to 10.00am`; `Tuesday, all day`; `Tuesday 9.00am to Thursday 5.00pm` where it spans days. */
export function spanName(week: Week, span: Span): string {
  const [from, to] = [dayOf(span.from), dayOf(span.to - 1)];
  const wholeDays = span.from % DAY === 0 && span.to % DAY === 0;
  if (from === to) return `${weekday(week, from)}, ${wholeDays ? 'all day' : clockSpan(span)}`;
  if (wholeDays) return `${weekday(week, from)} to ${weekday(week, to)}, all day`;
  return `${momentName(week, span.from)} to ${momentName(week, span.to)}`;
}

/** `Tuesday 9.00am`. */
export const momentName = (week: Week, minute: Minute): string =>
  `${weekday(week, dayOf(minute))} ${clock(minute)}`;

/** `75 minutes`, `1 minute`. */
export const minutes = (n: number): string => `${n} minute${n === 1 ? '' : 's'}`;

/** The day on which an instant (UTC, ISO 8601) falls in the review's zone: `12 January 2026`. */
export const instantDay = (week: Week, instant: string): string =>
  DateTime.fromISO(instant, { zone: week.zone }).setLocale('en-GB').toFormat('d MMMM yyyy');

/** An instant (UTC, ISO 8601) in the review's zone: `12 January 2026, 9.30am`. */
export function instantMoment(week: Week, instant: string): string {
  const local = DateTime.fromISO(instant, { zone: week.zone });
  return `${instantDay(week, instant)}, ${clock(local.hour * 60 + local.minute)}`;
}
