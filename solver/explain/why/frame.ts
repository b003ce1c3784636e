import { sessionOf } from '../../../src/review/facts.ts';
import type { Review } from '../../../src/review/review.ts';
import { QUARTER } from '../../../src/time/span.ts';
import { clock, minutes, spanName } from '../../../src/time/words.ts';
import { longer } from './changed.ts';

/** A change that is no reason for a conflict, and might mend it all the same: a longer half-day, a shorter visit. */
export interface Offer {
  readonly says: string;
  readonly review: Review;
}

/** By how much a half-day may be made longer. Minutes. */
const LONGER = [30, 60] as const;
const SHORTEST_VISIT = 30;

/** Half-days made longer, those first that have least to be changed; and shorter visits. */
export function* offers(
  review: Review,
  sessions: readonly string[],
  windows: ReadonlySet<string>,
): Generator<Offer> {
  for (const more of LONGER) {
    for (const window of review.frame.windows) {
      if (!windows.has(window.id)) continue;
      yield {
        says: `if ${spanName(review.week, window)}, goes on until ${clock(window.to + more)}, and what follows that day comes ${minutes(more)} later`,
        review: longer(review, window.id, more),
      };
    }
  }
  for (const id of sessions) {
    const session = sessionOf(review, id)!;
    if (session.kind !== 'site-visit') continue;
    for (let less = session.minutes - QUARTER; less >= SHORTEST_VISIT; less -= QUARTER) {
      yield {
        says: `if ${session.title} takes ${minutes(less)} rather than ${session.minutes}`,
        review: {
          ...review,
          sessions: review.sessions.map((s) => (s === session ? { ...s, minutes: less } : s)),
        },
      };
    }
  }
}
