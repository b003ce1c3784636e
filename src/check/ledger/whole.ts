import type { Held } from '../../programme/placement.ts';
import type { Review } from '../../review/review.ts';
import { daysIn } from '../breaches.ts';
import { type Line, lines, type Moving, type Shelf, shaped } from './line.ts';
import { allPieces, type Piece, piecesOf, scopeOf } from './pieces.ts';

// What is said of the fixed events alone stays the same wherever sessions go.
const parts = shaped('whole').filter(({ part }) => part.over !== 'frame');

function ask(review: Review, piece: Piece, held: readonly Held[]): readonly Line[] {
  const asked = parts.filter(({ part }) => part.over === piece.over);
  if (asked.length === 0) return [];
  const scope = scopeOf(review, piece, held);
  return scope ? asked.flatMap((of) => lines(of, of.part.test(review, scope))) : [];
}

const same = (a: readonly number[], b: readonly number[]): boolean => a.join() === b.join();

/** The pieces that a move touches: all, where a day without windows comes or goes with it. */
function touched({ review, from, to, before, after }: Moving): ReadonlyMap<string, Piece> {
  const pieces = same(daysIn(review, before), daysIn(review, after)) ? piecesOf : allPieces;
  return pieces === piecesOf ? piecesOf(review, [...from, ...to]) : allPieces(review, [...before, ...after]);
}

/** What is said of each piece: a person's day, a peer's week, a day, the week. */
export function wholeShelf(review: Review, held: readonly Held[]): Shelf {
  const known = new Map<string, readonly Line[]>();
  for (const [key, piece] of allPieces(review, held)) known.set(key, ask(review, piece, held));
  return {
    before: (moving: Moving) => [...touched(moving).keys()].flatMap((key) => known.get(key) ?? []),
    after: (moving: Moving) =>
      [...touched(moving).values()].flatMap((piece) => ask(review, piece, moving.after)),
  };
}
