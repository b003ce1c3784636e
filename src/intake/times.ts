import type { SpanEntry } from '../review/file.ts';
import { DAY, type Minute, QUARTER } from '../time/span.ts';
import { dateOf, isZone, readLocal, type Week } from '../time/week.ts';
import type { Partly } from './partly.ts';

export type TimeReading =
  | { readonly ok: true; readonly minute: Minute }
  | { readonly ok: false; readonly what: string; readonly mend: string };

/** The two ends of a span; an end is undefined where nothing readable stands there. */
export interface SpanReading {
  readonly from: TimeReading | undefined;
  readonly to: TimeReading | undefined;
}

const LOCAL = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})$/;
const DATE = /^\d{4}-\d{2}-\d{2}$/;
const MIDNIGHT_MS = 86_400_000;

/** Reads the times of an entry into minutes of its week, and says why where it can't. */
export class Times {
  readonly week: Week;
  readonly #firstDay: number;
  // Local times near the week are few and come again and again; asking the calendar is slow.
  readonly #read = new Map<string, TimeReading>();
  readonly #dates: readonly string[];

  /** `week.firstDay` must be a real date and `week.zone` a zone. */
  constructor(week: Week) {
    this.week = week;
    this.#firstDay = Date.parse(week.firstDay);
    this.#dates = [0, 1, 2, 3, 4, 5].map((day) => dateOf(week, day));
  }

  /** A local time `2026-03-24T09:00`. Undefined where the text isn't in this form. */
  local(text: string): TimeReading | undefined {
    const known = this.#read.get(text);
    if (known) return known;
    const parts = LOCAL.exec(text);
    if (!parts) return undefined;
    const day = this.#dayNumber(parts[1]!);
    if (day !== undefined && (day < -1 || day > 7) && Number(parts[2]) < 24 && Number(parts[3]) < 60) {
      // Far from the week: where exactly makes no difference.
      return { ok: true, minute: day * DAY + Number(parts[2]) * 60 + Number(parts[3]) };
    }
    const reading = this.#nearby(text, parts[1]!);
    this.#read.set(text, reading);
    return reading;
  }

  #nearby(text: string, date: string): TimeReading {
    const reading = readLocal(this.week, text);
    if (reading.ok) return reading;
    if (reading.why === 'not-a-time')
      return {
        ok: false,
        what: `${text} is on no calendar or clock.`,
        mend: 'Give a real date and a time from 00:00 to 24:00.',
      };
    return {
      ok: false,
      what: `${text} does not exist, the clocks go forward then.`,
      mend: `Give a time from ${this.#firstAfterGap(date, text)}.`,
    };
  }

  /** The first time of day on the grid that exists after one that the clock change skips. */
  #firstAfterGap(date: string, text: string): string {
    const start = Number(text.slice(11, 13)) * 60 + Number(text.slice(14));
    for (let m = Math.ceil(start / QUARTER) * QUARTER; m < DAY; m += QUARTER)
      if (readLocal(this.week, `${date}T${clockText(m)}`).ok) return clockText(m);
    return '24:00';
  }

  /** A time of day `09:00` on a day 0 to 5. Undefined where either isn't in this form. */
  onDay(day: number | undefined, clock: string | undefined): TimeReading | undefined {
    const date = day === undefined ? undefined : this.#dates[day];
    return date === undefined || clock === undefined ? undefined : this.local(`${date}T${clock}`);
  }

  /** A diary's span: between local times or dates, the last date in it, or on a day. */
  span(entry: Partly<SpanEntry>): SpanReading {
    if ('day' in entry) {
      const { day, from, to } = entry;
      return { from: this.onDay(day, from ?? '00:00'), to: this.onDay(day, to ?? '24:00') };
    }
    return { from: this.#edge(entry.from, 0), to: this.#edge(entry.to, 1) };
  }

  #edge(text: string | undefined, daysOn: 0 | 1): TimeReading | undefined {
    if (text === undefined) return undefined;
    if (!DATE.test(text)) return this.local(text);
    const day = this.#dayNumber(text);
    if (day === undefined)
      return { ok: false, what: `${text} is on no calendar.`, mend: 'Give a real date.' };
    return { ok: true, minute: (day + daysOn) * DAY };
  }

  #dayNumber(date: string): number | undefined {
    const midnight = new Date(date);
    if (Number.isNaN(midnight.getTime()) || !midnight.toISOString().startsWith(date)) return undefined;
    return Math.round((midnight.getTime() - this.#firstDay) / MIDNIGHT_MS) + 1;
  }
}

/** Minutes after midnight as `09:00`; 1440 is `24:00`. */
export const clockText = (minute: Minute): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

/** The minute of a reading that was found good before. */
export function minuteIn(reading: TimeReading | undefined): Minute {
  if (!reading?.ok) throw new Error('A time that was not checked reached the review');
  return reading.minute;
}

/** A zone by its own name, as Europe/London or UTC; not the machine's own (`local`), which differs by machine. */
export const isNamedZone = (zone: string): boolean =>
  (zone === 'UTC' || /^[A-Z][A-Za-z_]+(\/[A-Z][A-Za-z_-]+)+$/.test(zone)) && isZone(zone);
