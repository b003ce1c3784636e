import type { Span } from '../../time/span.ts';

/** Something in a calendar, before it is written as iCalendar. */
export interface Entry extends Span {
  readonly uid: string;
  readonly title: string;
  readonly location: string;
  /** Lines. */
  readonly description: readonly string[];
  readonly cancelled: boolean;
}
