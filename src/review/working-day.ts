import { DAY, dayOf, type Minute, type Span } from '../time/span.ts';
import type { EventKind, Frame } from './frame.ts';

/** The working day of a review: what a picture of a diary shows, and what "afternoon" and a bare "2" mean in one. */
export interface WorkingDay extends Span {
  /** Minutes after midnight, on the hour: the first at which people of the council may be seen on days 1 to 5. */
  readonly from: Minute;
  /** Minutes after midnight, on the hour: the last. */
  readonly to: Minute;
  /** Minutes after midnight: where the evening begins, the end of the last window that is not an evening one. */
  readonly evening: Minute;
}

const NINE = 540;
const SIX = 1080;
const HOUR = 60;

/** What people of the council are at. */
const withCouncil: ReadonlySet<EventKind> = new Set(['presentations', 'handover', 'conference']);

/** The working day of a frame; 9.00am to 6.00pm where it has nothing on days 1 to 5. */
export function workingDay(frame: Frame): WorkingDay {
  const events = frame.events.filter((e) => withCouncil.has(e.kind) || e.contacts.length > 0);
  const inDay = [...events, ...frame.windows].filter((s) => s.day >= 1 && s.day <= 5);
  const from = Math.min(...inDay.map((s) => clockOf(s.from, s.day)));
  const to = Math.max(...inDay.map((s) => clockOf(s.to, s.day)));
  const day = frame.windows.filter((w) => !w.evening && w.day >= 1).map((w) => clockOf(w.to, w.day));
  return {
    from: inDay.length === 0 ? NINE : Math.floor(from / HOUR) * HOUR,
    to: inDay.length === 0 ? SIX : Math.min(DAY, Math.ceil(to / HOUR) * HOUR),
    evening: day.length === 0 ? SIX : Math.max(...day),
  };
}

const clockOf = (minute: Minute, day: number): Minute => (dayOf(minute) > day ? DAY : minute - day * DAY);
