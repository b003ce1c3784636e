import { dateOf, type Week } from '../../time/week.ts';
import { weekday } from '../../time/words.ts';

/** Days 0 to 5 by what people call them. */
export interface DayNames {
  /** By the start of the weekday's name: `mon`. */
  readonly byWeekday: ReadonlyMap<string, number>;
  /** Year, month and day of the month of days 0 to 5. */
  readonly dates: readonly (readonly [year: number, month: number, day: number])[];
}

export const lastDay = 5;

export function dayNames(week: Week): DayNames {
  const days = [0, 1, 2, 3, 4, 5];
  return {
    byWeekday: new Map(days.map((d) => [weekday(week, d).slice(0, 3).toLowerCase(), d])),
    dates: days.map((d) => {
      const [year, month, day] = dateOf(week, d).split('-').map(Number) as [number, number, number];
      return [year, month, day];
    }),
  };
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const monthName =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?';
const nth = '(\\d{1,2})(?:st|nd|rd|th)?';
const year = '(?:,?\\s+(20\\d\\d))?';

const shapes = {
  iso: /(20\d\d)-(\d\d)-(\d\d)(?!\d)/y,
  numeric: /(\d{1,2})\/(\d{1,2})(?:\/(\d{4}|\d\d))?(?![\d/])/y,
  several: new RegExp(
    `${nth}\\s*(-|to|and|&|until)\\s*${nth}\\s+(?:of\\s+)?${monthName}${year}(?![a-z0-9])`,
    'y',
  ),
  dayFirst: new RegExp(`${nth}\\s+(?:of\\s+)?${monthName}${year}(?![a-z0-9])`, 'y'),
  monthFirst: new RegExp(`${monthName}\\s+${nth}${year}(?![a-z0-9:.-])`, 'y'),
  ordinal: /(\d{1,2})(?:st|nd|rd|th)(?![a-z0-9])/y,
  // Misspelt ones too: what was understood is read back. Plural, or with the stop of an abbreviation.
  weekday:
    /(?:mon(?:day)?|tue(?:s|sday)?|tu[a-z]{1,5}day|wed(?:s|nesday)?|we[dn][a-z]{1,6}day|thu(?:r|rs|rsday)?|th[a-z]{2,5}day|fri(?:day)?|sat(?:urday)?|sun(?:day)?)(?:'?s)?(?![a-z0-9'])(?:\.(?=[ \t]*[a-z0-9]))?/y,
};

export type DayReading =
  | { readonly ok: true; readonly days: readonly number[]; readonly to: number; readonly isDate: boolean }
  | { readonly ok: false; readonly to: number; readonly why: string };

/** The day, date or run of dates that starts at `from` of a text in small letters; undefined where none does. */
export function dayAt(names: DayNames, text: string, from: number): DayReading | undefined {
  const at = (shape: RegExp) => {
    shape.lastIndex = from;
    return shape.exec(text) ?? undefined;
  };
  const month = (name: string) => months.indexOf(name.slice(0, 3)) + 1;
  const found = (match: RegExpExecArray, days: readonly (number | undefined)[]): DayReading => {
    const to = from + match[0].length;
    return days.every((d) => d !== undefined)
      ? { ok: true, days, to, isDate: true }
      : { ok: false, to, why: 'This is not in the week of the review.' };
  };
  const iso = at(shapes.iso);
  if (iso) return found(iso, [dayOn(names, Number(iso[3]), Number(iso[2]), Number(iso[1]))]);
  const numeric = at(shapes.numeric);
  if (numeric && Number(numeric[2]) <= 12)
    return found(numeric, [dayOn(names, Number(numeric[1]), Number(numeric[2]), fullYear(numeric[3]))]);
  const several = at(shapes.several);
  if (several) {
    const [, a, joined, b, name, inYear] = several;
    const ends = [a, b].map((d) => dayOn(names, Number(d), month(name!), fullYear(inYear)));
    return found(several, joined === 'and' || joined === '&' ? ends : through(ends[0], ends[1]));
  }
  const dayFirst = at(shapes.dayFirst);
  if (dayFirst)
    return found(dayFirst, [dayOn(names, Number(dayFirst[1]), month(dayFirst[2]!), fullYear(dayFirst[3]))]);
  const monthFirst = at(shapes.monthFirst);
  if (monthFirst)
    return found(monthFirst, [
      dayOn(names, Number(monthFirst[2]), month(monthFirst[1]!), fullYear(monthFirst[3])),
    ]);
  const ordinal = at(shapes.ordinal);
  if (ordinal) return found(ordinal, [dayOn(names, Number(ordinal[1]))]);
  return weekdayAt(names, text, at(shapes.weekday), from);
}

const beside = new RegExp(
  `[ \\t]+(\\d\\d)(?![\\d:.]|st|nd|rd|th|[ \\t]*(?:-|to\\b|[ap]\\.?m|of\\b|${monthName}))`,
  'y',
);

function weekdayAt(
  names: DayNames,
  text: string,
  match: RegExpExecArray | undefined,
  from: number,
): DayReading | undefined {
  if (!match) return undefined;
  const day = names.byWeekday.get(
    match[0].slice(0, 3).replace('wen', 'wed').replace(/^tu.$/, 'tue').replace(/^th.$/, 'thu'),
  );
  const to = from + match[0].length;
  // "Tue 24" where Tuesday is the 24th; a smaller number may be a time.
  beside.lastIndex = to;
  const number = beside.exec(text);
  if (day !== undefined && number && Number(number[1]) > 12 && Number(number[1]) === names.dates[day]![2])
    return { ok: true, days: [day], to: beside.lastIndex, isDate: true };
  if (day === undefined) return { ok: false, to, why: 'This day is not in the week of the review.' };
  return { ok: true, days: [day], to, isDate: false };
}

/** The days from one to another; undefined in it where either is not in the week or they run backwards. */
export const through = (a: number | undefined, b: number | undefined): readonly (number | undefined)[] =>
  a === undefined || b === undefined || b < a
    ? [undefined]
    : Array.from({ length: b - a + 1 }, (_, i) => a + i);

const fullYear = (text: string | undefined): number | undefined =>
  text === undefined ? undefined : Number(text.length === 2 ? `20${text}` : text);

function dayOn(names: DayNames, day: number, month?: number, inYear?: number): number | undefined {
  const found = names.dates.findIndex(
    ([y, m, d]) =>
      d === day && (month === undefined || m === month) && (inYear === undefined || y === inYear),
  );
  return found < 0 ? undefined : found;
}
