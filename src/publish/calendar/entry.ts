import type { Span } from '../../time/span.ts';

/** Which edition of somebody's week, or of one thing in it, it is, so that calendars know a newer one from what they have. */
export interface Edition {
  /** SEQUENCE (RFC 5545, 3.8.7.4): never lower than before. */
  readonly sequence: number;
  /** When it was made, UTC: DTSTAMP and LAST-MODIFIED. */
  readonly stamp: string;
}

/** Something in a calendar, before it is written as iCalendar. */
export interface Entry extends Span {
  readonly uid: string;
  readonly title: string;
  readonly location: string;
  /** Lines. */
  readonly description: readonly string[];
  readonly cancelled: boolean;
  /** Which edition of itself it is; undefined: the calendar's. */
  readonly edition?: Edition;
}
