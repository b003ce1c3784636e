import type { Held } from '../../programme/placement.ts';
import type { Review } from '../../review/review.ts';
import { dayOf } from '../../time/span.ts';
import { daysIn } from '../breaches.ts';
import { type Line, lines, type Moving, type Shelf, shaped } from './line.ts';
import { allPieces, type Piece, piecesOf, scopeOf } from './pieces.ts';

// What is said of the fixed events alone stays the same wherever sessions go.
const parts = shaped('whole').filter(({ part }) => part.over !== 'frame');

const partsOver = new Map(
  [...new Set(parts.map(({ part }) => part.over))].map((over) => [
    over,
    parts.filter(({ part }) => part.over === over),
  ]),
);

function ask(review: Review, piece: Piece, held: readonly Held[]): readonly Line[] {
  const asked = partsOver.get(piece.over);
  if (!asked) return [];
  const scope = scopeOf(review, piece, held);
  return scope ? asked.flatMap((of) => lines(of, of.part.test(review, scope))) : [];
}

/** The pieces that a move touches: all, where a day without windows comes or goes with it. */
function touched({ review, from, to, before, after }: Moving): ReadonlyMap<string, Piece> {
  const moved = [...from, ...to];
  const windows = new Set(review.frame.windows.map((w) => w.day));
  const sameDays =
    moved.every((h) => windows.has(dayOf(h.placement.start))) ||
    daysIn(review, before).join() === daysIn(review, after).join();
  return sameDays ? piecesOf(review, moved) : allPieces(review, [...before, ...after]);
}

/** What is said of each piece: a person's day, a peer's week, a day, the week. */
export function wholeShelf(review: Review, held: readonly Held[]): Shelf {
  const known = new Map<string, readonly Line[]>();
  for (const [key, piece] of allPieces(review, held)) known.set(key, ask(review, piece, held));
  return {
    lines(moving: Moving) {
      const pieces = touched(moving);
      return {
        before: [...pieces.keys()].flatMap((key) => known.get(key) ?? []),
        after: [...pieces.values()].flatMap((piece) => ask(review, piece, moving.after)),
      };
    },
  };
}
