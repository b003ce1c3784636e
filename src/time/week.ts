import { DateTime } from 'luxon';
import { DAY, type Minute } from './span.ts';

/** The on-site week as dates: the one place where wall-clock minutes meet the calendar and UTC. */
export interface Week {
  /** Day 1, `yyyy-mm-dd`. */
  readonly firstDay: string;
  /** An IANA zone, usually Europe/London. */
  readonly zone: string;
}

export type LocalReading =
  | { readonly ok: true; readonly minute: Minute }
  | { readonly ok: false; readonly why: 'not-a-time' | 'no-such-time' };

const LOCAL = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})$/;

/** Midnight at the start of a day 0 to 5, as a zoned luxon date. */
function midnight(week: Week, day: number): DateTime {
  return DateTime.fromISO(week.firstDay, { zone: week.zone }).plus({ days: day - 1 });
}

/** True for a real calendar date `yyyy-mm-dd`. */
export const isDate = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && DateTime.fromISO(text, { zone: 'utc' }).isValid;

export const isZone = (zone: string): boolean => DateTime.now().setZone(zone).isValid;

/**
 * Reads a local time `2026-03-24T09:00` into minutes of the week (may be negative or past day 5: the caller says
 * what it will have). Luxon moves a time that the clock change skips; this refuses it instead.
 */
export function readLocal(week: Week, text: string): LocalReading {
  const m = LOCAL.exec(text);
  if (!m || !isDate(m[1]!)) return { ok: false, why: 'not-a-time' };
  const [hour, minute] = [Number(m[2]), Number(m[3])];
  if (hour > 24 || minute > 59 || (hour === 24 && minute > 0)) return { ok: false, why: 'not-a-time' };
  if (hour < 24) {
    const local = DateTime.fromISO(text, { zone: week.zone });
    if (!local.isValid || local.toFormat("yyyy-MM-dd'T'HH:mm") !== text)
      return { ok: false, why: 'no-such-time' };
  }
  const dayZero = DateTime.fromISO(week.firstDay, { zone: 'utc' }).minus({ days: 1 });
  const days = Math.round(DateTime.fromISO(m[1]!, { zone: 'utc' }).diff(dayZero, 'days').days);
  return { ok: true, minute: days * DAY + hour * 60 + minute };
}

// Dates are asked for at every time that is written: each is worked out once.
const dates = new Map<string, string>();

/** The calendar date of a day of the week, `yyyy-mm-dd`. */
export function dateOf(week: Week, day: number): string {
  const key = `${week.firstDay} ${day}`;
  let date = dates.get(key);
  if (date === undefined) {
    date = DateTime.fromISO(week.firstDay, { zone: 'utc' })
      .plus({ days: day - 1 })
      .toISODate()!;
    dates.set(key, date);
  }
  return date;
}

/** How long a day is by the sun: 1440 minutes but where the clocks change, 1380 where they go forward. */
export const dayLength = (week: Week, day: number): Minute =>
  Math.round(midnight(week, day + 1).diff(midnight(week, day), 'minutes').minutes);

/** A minute of the week as the local time `2026-03-24T09:00`, the form used in files. */
export function writeLocal(week: Week, minute: Minute): string {
  const day = Math.floor(minute / DAY);
  const rest = minute - day * DAY;
  const pad = (n: number) => String(n).padStart(2, '0');
  return `${dateOf(week, day)}T${pad(Math.floor(rest / 60))}:${pad(rest % 60)}`;
}

/** A minute of the week as a zoned luxon date, for calendars. */
export const toZoned = (week: Week, minute: Minute): DateTime =>
  DateTime.fromISO(writeLocal(week, minute), { zone: week.zone });

/** Whole days from the date `today` to day 1; negative once the week has begun. */
export const daysUntil = (week: Week, today: string): number =>
  Math.round(
    DateTime.fromISO(week.firstDay, { zone: 'utc' }).diff(DateTime.fromISO(today, { zone: 'utc' }), 'days')
      .days,
  );

/**
 * The minute of the week at which an instant (milliseconds since 1970, UTC) falls in the review's zone, with the seconds
 * as a fraction; may be negative or past day 5.
 */
export function minuteAt(week: Week, instant: number): Minute {
  const local = DateTime.fromMillis(instant, { zone: week.zone });
  const dayZero = DateTime.fromISO(week.firstDay, { zone: 'utc' }).minus({ days: 1 }).toMillis();
  return (local.toMillis() + local.offset * 60_000 - dayZero) / 60_000;
}

/** The last second of a date `yyyy-mm-dd` in the week's zone, as a UTC instant in ISO 8601. */
export const endOfDate = (week: Week, date: string): string =>
  DateTime.fromISO(`${date}T23:59:59`, { zone: week.zone }).toUTC().toISO() ?? '';

/** The date in the review's zone of a UTC instant in ISO 8601, `yyyy-mm-dd`. */
export const dateOfInstant = (week: Week, instant: string): string =>
  DateTime.fromISO(instant, { zone: 'utc' }).setZone(week.zone).toISODate()!;

/** A minute of the week as a UTC instant, ISO 8601 to the second: `2026-03-24T09:00:00Z`. */
export const instantAt = (week: Week, minute: Minute): string =>
  toZoned(week, minute).toUTC().toISO({ suppressMilliseconds: true })!;
