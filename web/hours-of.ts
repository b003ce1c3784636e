import { type HoursOfWeek, hoursOfWeek } from '../solver/explain/hours/hours.ts';
import { perReview } from '../src/review/per-review.ts';
import { weekTimes } from './week-times.ts';

/** How many places each session has, and where the week is tight. */
export const hoursOf = perReview(
  async (review): Promise<HoursOfWeek> => hoursOfWeek(review, await weekTimes(review)),
);
