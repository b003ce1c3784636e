import type { EventKind, FixedEvent, Window } from '../../review/frame.ts';
import { perReview } from '../../review/per-review.ts';
import type { Review } from '../../review/review.ts';
import { at, type Minute } from '../../time/span.ts';

/** The days on which sessions are held (manual 368). */
export const sessionDays: readonly number[] = [1, 2, 3, 4];

/** Whether every peer is expected at an event. */
export const forTheTeam = (review: Review, event: FixedEvent): boolean => {
  const named = event.peers;
  return named === 'all' || review.peers.every((peer) => named.includes(peer.id));
};

/** The whole team's fixed events of a kind on a day 0 to 5, in time order. */
export const teamEvents = (review: Review, kind: EventKind, day: number): readonly FixedEvent[] =>
  review.frame.events
    .filter((e) => e.kind === kind && e.day === day && forTheTeam(review, e))
    .sort((a, b) => a.from - b.from);

/** The windows of a day that are not evening ones. */
export const daytimeWindows = (review: Review, day: number): readonly Window[] =>
  review.frame.windows.filter((w) => w.day === day && !w.evening);

/** When the last daytime session of a day can end; undefined on a day without windows. */
export const lastSessionsEnd = (review: Review, day: number): Minute | undefined => {
  const windows = daytimeWindows(review, day);
  return windows.length === 0 ? undefined : Math.max(...windows.map((w) => w.to));
};

/** When the first session of a day can start; undefined on a day without windows. */
export const firstSessionsStart = (review: Review, day: number): Minute | undefined => {
  const windows = review.frame.windows.filter((w) => w.day === day);
  return windows.length === 0 ? undefined : Math.min(...windows.map((w) => w.from));
};

const lunches = perReview(
  (review): ReadonlyMap<number, Minute> =>
    new Map(review.frame.events.filter((e) => e.kind === 'lunch').map((e) => [e.day, e.from])),
);

/** Where a day falls into two half-days: at the start of its lunch, or at noon where the frame has none. */
export const middayOf = (review: Review, day: number): Minute => lunches(review).get(day) ?? at(day, 12);
