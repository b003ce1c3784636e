import { appendix11Frame, type FixedEvent, type Window } from '../../src/review/frame.ts';
import type { Review } from '../../src/review/review.ts';
import { at } from '../../src/time/span.ts';
import { aReview } from './cast.ts';

const frame = appendix11Frame(2, 2);

/** A review of the Appendix 11 frame without the events of these ids. */
export const withoutEvents = (ids: readonly string[], over: Partial<Review> = {}): Review =>
  aReview({ frame: { ...frame, events: frame.events.filter((e) => !ids.includes(e.id)) }, ...over });

/** A review of the Appendix 11 frame with one event altered. */
export const withEvent = (id: string, change: Partial<FixedEvent>, over: Partial<Review> = {}): Review =>
  aReview({
    frame: { ...frame, events: frame.events.map((e) => (e.id === id ? { ...e, ...change } : e)) },
    ...over,
  });

/** A window of whole hours of a day, for two streams. */
export const aWindow = (day: number, from: number, to: number, over: Partial<Window> = {}): Window => ({
  id: `day-${day}-${from}`,
  day,
  from: at(day, from),
  to: at(day, to),
  streams: 2,
  limit: 2,
  evening: false,
  ...over,
});

/** A review of the Appendix 11 frame with more windows. */
export const withWindows = (windows: readonly Window[], over: Partial<Review> = {}): Review =>
  aReview({ frame: { ...frame, windows: [...frame.windows, ...windows] }, ...over });
