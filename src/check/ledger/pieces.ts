import type { Held } from '../../programme/placement.ts';
import { heldBy } from '../../programme/programme.ts';
import { contactOf, everyoneIn, peerOf } from '../../review/facts.ts';
import type { Review } from '../../review/review.ts';
import type { Scope, WholePart } from '../../rules/rule.ts';
import { dayOf } from '../../time/span.ts';
import { daysIn } from '../breaches.ts';

type Over = WholePart['over'];

/** Names a piece of a programme that a whole part is asked about. */
export interface Piece {
  readonly over: Over;
  readonly person?: string;
  readonly day?: number;
}

export const pieceKey = ({ over, person, day }: Piece): string => `${over} ${day} ${person}`;

/** The pieces that placements are part of, each once; the frame is part of none. */
export function piecesOf(review: Review, held: readonly Held[]): ReadonlyMap<string, Piece> {
  const pieces = new Map<string, Piece>();
  const add = (piece: Piece): void => void pieces.set(pieceKey(piece), piece);
  for (const { session, placement } of held) {
    const day = dayOf(placement.start);
    add({ over: 'week' });
    add({ over: 'day', day });
    for (const person of placement.peers) {
      add({ over: 'peer-day', person, day });
      add({ over: 'peer-week', person });
    }
    for (const person of everyoneIn(review, session)) add({ over: 'contact-day', person, day });
  }
  return pieces;
}

/** Every piece of a programme, the frame aside. */
export function allPieces(review: Review, held: readonly Held[]): ReadonlyMap<string, Piece> {
  const pieces = new Map(piecesOf(review, held));
  const add = (piece: Piece): void => void pieces.set(pieceKey(piece), piece);
  add({ over: 'week' });
  for (const { id } of review.peers) add({ over: 'peer-week', person: id });
  for (const day of daysIn(review, held)) {
    add({ over: 'day', day });
    for (const { id } of review.peers) add({ over: 'peer-day', person: id, day });
  }
  return pieces;
}

/** A piece as a part sees it; undefined where the checker would not ask about it. `held` is in time order. */
export function scopeOf(review: Review, piece: Piece, held: readonly Held[]): Scope | undefined {
  const { over, person, day } = piece;
  const of = person === undefined ? held : heldBy(review, held, person);
  const there = day === undefined ? of : of.filter((h) => dayOf(h.placement.start) === day);
  if (day !== undefined && there.length === 0) {
    // A contact's empty day is no piece; nor is any day that has neither windows nor placements.
    if (over === 'contact-day' || !daysIn(review, held).includes(day)) return undefined;
  }
  if (person === undefined) return { ...(day !== undefined && { day }), held: there };
  if (over === 'contact-day') {
    const contact = contactOf(review, person);
    return contact && { contact, day: day!, held: there };
  }
  const peer = peerOf(review, person);
  return peer && { peer, ...(day !== undefined && { day }), held: there };
}
