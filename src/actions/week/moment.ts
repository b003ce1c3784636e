import { DAY, dayOf, type Minute } from '../../time/span.ts';
import { minuteAt, readLocal, type Week, writeLocal } from '../../time/week.ts';

/** The days of a week, the evening before as the first: 0 to 5. */
const DAYS = 6;

/** A moment as the week sees it. */
export interface Moment {
  /** Of the week, whole; before 0 or from six days on it is outside. */
  readonly minute: Minute;
  readonly day: number;
  readonly when: 'before' | 'in it' | 'after';
  /** Chosen, to try things out on; not what the clock says. */
  readonly rehearsed: boolean;
  /** `2026-03-25T08:10`, in the review’s zone. */
  readonly local: string;
}

/**
 * Where the week is at an instant; or at a chosen moment of it (`2026-03-25T08:10`), where one is given that lies in
 * the week.
 */
export function momentOf(week: Week, now: Date, chosen?: string): Moment {
  const read = chosen === undefined ? undefined : readLocal(week, chosen);
  const rehearsed = read?.ok === true && read.minute >= 0 && read.minute < DAYS * DAY;
  const minute = rehearsed ? read.minute : Math.floor(minuteAt(week, now.getTime()));
  return {
    minute,
    day: dayOf(minute),
    when: minute < 0 ? 'before' : minute < DAYS * DAY ? 'in it' : 'after',
    rehearsed,
    local: writeLocal(week, minute),
  };
}
