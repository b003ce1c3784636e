import type { Held } from '../../programme/placement.ts';
import type { Review } from '../../review/review.ts';
import { breachesOf } from '../breaches.ts';
import { type Line, lines, type Moving, type Shelf, shaped } from './line.ts';

const parts = shaped('placed');

const ask = (review: Review, held: Held): readonly Line[] =>
  parts.flatMap((of) => lines(of, breachesOf(review, of.part, [held], {})));

/** What is said of each placement by itself. */
export function placedShelf(review: Review, held: readonly Held[]): Shelf {
  const known = new Map(held.map((h) => [h, ask(review, h)]));
  return {
    lines: ({ from, to }: Moving) => ({
      before: from.flatMap((h) => known.get(h)!),
      after: to.flatMap((h) => ask(review, h)),
    }),
  };
}
