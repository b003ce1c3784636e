import type { FixedEvent, Window } from '../../review/frame.ts';
import { perReview } from '../../review/per-review.ts';
import type { Review } from '../../review/review.ts';
import { contains, dayOf, type Span } from '../../time/span.ts';

const closingMeetings = perReview((review): ReadonlyMap<number, FixedEvent> => {
  const last = new Map<number, FixedEvent>();
  for (const event of review.frame.events) {
    if (event.kind !== 'team-meeting' || event.peers !== 'all') continue;
    const known = last.get(event.day);
    if (!known || event.from > known.from) last.set(event.day, event);
  }
  return last;
});

/** The team meeting that ends a day's work: the last of the whole team's on that day. */
export const closingMeeting = (review: Review, day: number): FixedEvent | undefined =>
  closingMeetings(review).get(day);

/** Whether a stretch of time begins once the day's closing meeting is over. */
export function isAfterMeeting(review: Review, span: Span): boolean {
  const meeting = closingMeeting(review, dayOf(span.from));
  return meeting !== undefined && meeting.to <= span.from;
}

const eveningWindows = perReview((review) => review.frame.windows.filter((w) => w.evening));

/** The evening window that holds a stretch of time. */
export const eveningWindow = (review: Review, span: Span): Window | undefined =>
  eveningWindows(review).find((w) => contains(w, span));

/** An evening session: one in an evening window, or after the day's closing meeting. */
export const isEvening = (review: Review, span: Span): boolean =>
  eveningWindow(review, span) !== undefined || isAfterMeeting(review, span);
