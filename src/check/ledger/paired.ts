import type { Held } from '../../programme/placement.ts';
import { inTimeOrder } from '../../programme/programme.ts';
import type { Review } from '../../review/review.ts';
import type { Session } from '../../review/session.ts';
import type { PairedPart } from '../../rules/rule.ts';
import { dayOf } from '../../time/span.ts';
import { concerns } from '../breaches.ts';
import { type Line, type Moving, type Numbered, type Shelf, shaped } from './line.ts';

const parts = shaped('paired');

/** The parts that can ever speak of two sessions, worked out once for each two. */
class Speaking {
  private readonly review: Review;
  private readonly known = new Map<Session, Map<Session, readonly Numbered<PairedPart>[]>>();

  constructor(review: Review) {
    this.review = review;
  }

  of(a: Session, b: Session): readonly Numbered<PairedPart>[] {
    if (a.id > b.id) return this.of(b, a);
    let row = this.known.get(a);
    if (!row) {
      row = new Map();
      this.known.set(a, row);
    }
    let found = row.get(b);
    if (!found) {
      found = parts.filter(({ part }) => part.between?.(this.review, a, b) !== false);
      row.set(b, found);
    }
    return found;
  }
}

/** What is said of each two placements. */
export function pairedShelf(review: Review, held: readonly Held[]): Shelf {
  const speaking = new Speaking(review);
  const ask = (a: Held, b: Held, heard: (line: Line) => void): void => {
    const sameDay = dayOf(a.placement.start) === dayOf(b.placement.start);
    for (const of of speaking.of(a.session, b.session)) {
      if (of.part.among !== 'week' && !sameDay) continue;
      const breach = concerns(review, of.part, a, b) ? of.part.test(review, a, b) : undefined;
      if (breach) heard({ of, breach });
    }
  };
  const known = new Map<Held, Line[]>(held.map((h) => [h, []]));
  for (let i = 0; i < held.length; i++) {
    for (let j = i + 1; j < held.length; j++) {
      const [a, b] = [held[i]!, held[j]!];
      ask(a, b, (line) => {
        known.get(a)!.push(line);
        known.get(b)!.push(line);
      });
    }
  }
  return {
    lines({ from, to, after: all }: Moving) {
      const after: Line[] = [];
      const moved = new Set(to);
      const before = (a: Held, b: Held) => inTimeOrder(a, b) < 0;
      for (const h of to) {
        for (const other of all) {
          // Two that both move are asked about once.
          if (other === h || (moved.has(other) && !before(h, other))) continue;
          const [a, b] = before(h, other) ? [h, other] : [other, h];
          ask(a, b, (line) => void after.push(line));
        }
      }
      // A line between two that both move is held under each of them.
      return { before: new Set(from.flatMap((h) => known.get(h)!)), after };
    },
  };
}
