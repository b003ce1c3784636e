import { hoursOfWeek } from '../solver/explain/hours/hours.ts';
import { perReview } from '../src/review/per-review.ts';
import { withUsualTeam } from '../src/review/usual-team.ts';

/** How many places each session has, and where the week is tight. Counting takes a moment: once for each review as it stands. */
export const hoursOf = perReview((review) => hoursOfWeek(withUsualTeam(review)));
