import type { Held } from '../../programme/placement.ts';
import type { Review } from '../../review/review.ts';
import { concerns } from '../breaches.ts';
import { type Line, type Moving, type Shelf, shaped } from './line.ts';

const parts = shaped('paired');

/** What is said of two placements, the earlier first. */
function* ask(review: Review, a: Held, b: Held): Generator<Line> {
  for (const of of parts) {
    if (of.part.between?.(review, a.session, b.session) === false || !concerns(review, of.part, a, b))
      continue;
    const breach = of.part.test(review, a, b);
    if (breach) yield { of, breach };
  }
}

/** What is said of each two placements. */
export function pairedShelf(review: Review, held: readonly Held[]): Shelf {
  const known = new Map<string, Line[]>(held.map((h) => [h.session.id, []]));
  for (let i = 0; i < held.length; i++) {
    for (let j = i + 1; j < held.length; j++) {
      const [a, b] = [held[i]!, held[j]!];
      for (const line of ask(review, a, b)) {
        known.get(a.session.id)!.push(line);
        known.get(b.session.id)!.push(line);
      }
    }
  }
  return {
    // A line between two that both move is held under each of them.
    before: ({ from }: Moving) => new Set(from.flatMap((h) => known.get(h.session.id)!)),
    *after({ sessions, after }: Moving) {
      for (let i = 0; i < after.length; i++) {
        const moves = sessions.has(after[i]!.session.id);
        for (let j = i + 1; j < after.length; j++) {
          if (moves || sessions.has(after[j]!.session.id)) yield* ask(review, after[i]!, after[j]!);
        }
      }
    },
  };
}
