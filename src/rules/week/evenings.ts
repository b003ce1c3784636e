import type { FixedEvent, Window } from '../../review/frame.ts';
import type { Review } from '../../review/review.ts';
import { contains, dayOf, type Span } from '../../time/span.ts';

/** The team meeting that ends a day's work: the last of the whole team's on that day. */
export function closingMeeting(review: Review, day: number): FixedEvent | undefined {
  let last: FixedEvent | undefined;
  for (const event of review.frame.events) {
    if (event.kind !== 'team-meeting' || event.day !== day || event.peers !== 'all') continue;
    if (!last || event.from > last.from) last = event;
  }
  return last;
}

/** Whether a stretch of time begins once the day's closing meeting is over. */
export function isAfterMeeting(review: Review, span: Span): boolean {
  const meeting = closingMeeting(review, dayOf(span.from));
  return meeting !== undefined && meeting.to <= span.from;
}

/** The evening window that holds a stretch of time. */
export const eveningWindow = (review: Review, span: Span): Window | undefined =>
  review.frame.windows.find((w) => w.evening && contains(w, span));

/** An evening session: one in an evening window, or after the day's closing meeting. */
export const isEvening = (review: Review, span: Span): boolean =>
  eveningWindow(review, span) !== undefined || isAfterMeeting(review, span);
