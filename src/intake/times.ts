import type { SpanEntry } from '../review/file.ts';
import { DAY, type Minute, QUARTER } from '../time/span.ts';
import { dayLength, isZone, readLocal, type Week } from '../time/week.ts';
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
const DAY_MS = 86_400_000;

// Asking the calendar is slow, most days have no hour that the clocks skip, and none changes while we run.
const shortDays = new Map<string, boolean>();

/** Reads the times of an entry into minutes of its week, and says why where it can't. */
export class Times {
  readonly week: Week;
  readonly #firstDay: number;
  readonly #answers = new Map<string, TimeReading>();

  /** `week.firstDay` must be a real date and `week.zone` a zone. */
  constructor(week: Week) {
    this.week = week;
    this.#firstDay = Date.parse(week.firstDay);
  }

  /** A local time `2026-03-24T09:00`. Undefined where the text isn't in this form. */
  local(text: string): TimeReading | undefined {
    const parts = LOCAL.exec(text);
    if (!parts) return undefined;
    const [day, hours, minutes] = [this.#dayNumber(parts[1]!), Number(parts[2]), Number(parts[3])];
    if (day === undefined || hours > 23 || minutes > 59 || this.#skipsSome(day))
      return this.#asked(text, parts[1]!);
    return { ok: true, minute: day * DAY + hours * 60 + minutes };
  }

  /** Whether the clocks go forward on a day of the week or beside it; farther off it makes no difference. */
  #skipsSome(day: number): boolean {
    if (day < -1 || day > 7) return false;
    const key = `${this.week.zone} ${this.week.firstDay} ${day}`;
    const known = shortDays.get(key) ?? dayLength(this.week, day) < DAY;
    if (shortDays.size < 1000) shortDays.set(key, known);
    return known;
  }

  #asked(text: string, date: string): TimeReading {
    const known = this.#answers.get(text) ?? this.#answer(text, date);
    this.#answers.set(text, known);
    return known;
  }

  #answer(text: string, date: string): TimeReading {
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
    if (day === undefined || clock === undefined) return undefined;
    return this.local(`${new Date(this.#firstDay + (day - 1) * DAY_MS).toISOString().slice(0, 10)}T${clock}`);
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
    return Math.round((midnight.getTime() - this.#firstDay) / DAY_MS) + 1;
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
