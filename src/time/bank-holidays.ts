import { DateTime } from 'luxon';
import { dateOf, type Week } from './week.ts';

/** A day on which councils and surgeries are shut. */
export interface BankHoliday {
  /** `2026-05-04`. */
  readonly date: string;
  readonly name: string;
}

const day = (year: number, month: number, date: number): DateTime =>
  DateTime.fromObject({ year, month, day: date }, { zone: 'utc' });

const MONDAY = 1;
const isWeekend = (date: DateTime): boolean => date.weekday > 5;

/** The first Monday on or after a date. */
const mondayFrom = (date: DateTime): DateTime => date.plus({ days: (7 + MONDAY - date.weekday) % 7 });
/** The last Monday on or before a date. */
const mondayTo = (date: DateTime): DateTime => date.minus({ days: date.weekday - MONDAY });

/** Easter Sunday by the Gregorian computus (Meeus, Jones and Butcher). */
function easter(year: number): DateTime {
  const a = year % 19;
  const [b, c] = [Math.floor(year / 100), year % 100];
  const [d, e] = [Math.floor(b / 4), b % 4];
  const g = Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3);
  const h = (19 * a + b - d - g + 15) % 30;
  const l = (32 + 2 * e + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const from = h + l - 7 * m + 114;
  return day(year, Math.floor(from / 31), (from % 31) + 1);
}

/**
 * The bank holidays of England and Wales in a year, in their order: those of the Banking and Financial Dealings Act
 * 1971, Good Friday and Christmas Day by custom, New Year's Day and the first Monday of May by proclamation every
 * year. What falls on a weekend is kept on the next day that is free. One proclaimed for a single year (a jubilee, a
 * funeral) can't be known: none is among those that gov.uk lists for 2026 to 2028.
 */
export function bankHolidays(year: number): readonly BankHoliday[] {
  const named = (date: DateTime, name: string): BankHoliday => ({ date: date.toISODate() ?? '', name });
  const sunday = easter(year);
  const newYear = day(year, 1, 1);
  const christmas = day(year, 12, 25);
  const boxing = day(year, 12, 26);
  return [
    isWeekend(newYear)
      ? named(mondayFrom(newYear), 'New Year’s Day (kept on the Monday)')
      : named(newYear, 'New Year’s Day'),
    named(sunday.minus({ days: 2 }), 'Good Friday'),
    named(sunday.plus({ days: 1 }), 'Easter Monday'),
    named(mondayFrom(day(year, 5, 1)), 'Early May bank holiday'),
    named(mondayTo(day(year, 5, 31)), 'Spring bank holiday'),
    named(mondayTo(day(year, 8, 31)), 'Summer bank holiday'),
    ...christmasDays(christmas, boxing).map(([date, name]) => named(date, name)),
  ].sort((a, b) => a.date.localeCompare(b.date));
}

/** Christmas Day and Boxing Day, moved so that both are weekdays and neither on the other's day. */
function christmasDays(christmas: DateTime, boxing: DateTime): readonly (readonly [DateTime, string])[] {
  const moved = (date: DateTime) => `(kept on the ${date.setLocale('en-GB').toFormat('cccc')})`;
  // 25 December on a Saturday: the Monday and the Tuesday. On a Sunday: Boxing Day keeps its Monday, Christmas the Tuesday.
  const [first, second] = isWeekend(christmas)
    ? christmas.weekday === 6
      ? [christmas.plus({ days: 2 }), boxing.plus({ days: 2 })]
      : [christmas.plus({ days: 2 }), boxing]
    : [christmas, isWeekend(boxing) ? mondayFrom(boxing) : boxing];
  const name = (is: DateTime, was: DateTime, word: string) => (is === was ? word : `${word} ${moved(is)}`);
  return [
    [first, name(first, christmas, 'Christmas Day')],
    [second, name(second, boxing, 'Boxing Day')],
  ];
}

/** The bank holidays of a week, on its days 0 to 5. */
export function bankHolidaysIn(week: Week): readonly (BankHoliday & { readonly day: number })[] {
  const dates = new Map([0, 1, 2, 3, 4, 5].map((d) => [dateOf(week, d), d]));
  const years = new Set([...dates.keys()].map((date) => Number(date.slice(0, 4))));
  return [...years]
    .flatMap(bankHolidays)
    .flatMap((holiday) => {
      const on = dates.get(holiday.date);
      return on === undefined ? [] : [{ ...holiday, day: on }];
    })
    .sort((a, b) => a.day - b.day);
}
