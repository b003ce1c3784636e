import type { Programme } from '../../../src/programme/programme.ts';
import type { Review } from '../../../src/review/review.ts';

export interface StreamChoice {
  readonly id: string;
  readonly text: string;
}

/** The streams that a session can be put in: the usual ones, those in use, and one beyond. */
export function streamsOf(review: Review, { placements }: Programme): readonly StreamChoice[] {
  const usual = Array.from({ length: review.streams + 1 }, (_, n) => String.fromCharCode(65 + n));
  const ids = [...new Set([...usual, ...placements.map((p) => p.stream)])].filter((id) => /^[A-Z]$/.test(id));
  return ids.sort().map((id) => ({
    id,
    text: id.charCodeAt(0) - 65 < review.streams ? `stream ${id}` : `additional interviews (${id})`,
  }));
}
