import { overlaps, type Span } from '../time/span.ts';
import type { Held } from './placement.ts';

/**
 * Sessions that run as streams: all but the record review, which goes on beside them (rule `case-recording-review`).
 */
export const runsAsStream = (held: Held): boolean => held.session.kind !== 'record-review';

/** In the order in which the peers set off: a visit's journey begins before its session does. */
function asPeersSetOff(held: readonly Held[]): readonly Held[] {
  for (let i = 1; i < held.length; i++)
    if (held[i - 1]!.placement.away.from > held[i]!.placement.away.from)
      return [...held].sort((a, b) => a.placement.away.from - b.placement.away.from);
  return held;
}

/**
 * The fewest sessions to call "beyond the usual", so that the rest never run more than `usual` at once: sweep by
 * start and, where one too many runs, take out the one that ends last (Carlisle & Lloyd 1995, k-colourable interval
 * subgraphs).
 */
export function beyondUsual(held: readonly Held[], usual: number): readonly Held[] {
  const beyond: Held[] = [];
  const running: Held[] = [];
  for (const h of asPeersSetOff(held)) {
    if (!runsAsStream(h)) continue;
    const { from } = h.placement.away;
    for (let n = running.length - 1; n >= 0; n--)
      if (running[n]!.placement.away.to <= from) running.splice(n, 1);
    running.push(h);
    if (running.length > usual) {
      let last = 0;
      for (let n = 1; n < running.length; n++)
        if (running[n]!.placement.away.to > running[last]!.placement.away.to) last = n;
      beyond.push(...running.splice(last, 1));
    }
  }
  return beyond;
}

/**
 * A letter for each placement: those beyond the usual and the record review take the letters after the usual ones;
 * nothing in one column overlaps. `kept` are letters, by session id, that stay as they are where two of them do not
 * overlap: what has been handed out with a column is not moved to another. Gives the letter by session id.
 */
export function lettersFor(
  held: readonly Held[],
  usual: number,
  kept: ReadonlyMap<string, string> = new Map(),
): ReadonlyMap<string, string> {
  const beyond = new Set(beyondUsual(held, usual));
  const columns: Span[][] = [];
  const letters = new Map<string, string>();
  const isFree = (column: number, away: Span): boolean =>
    !(columns[column] ?? []).some((taken) => overlaps(taken, away));
  const take = (h: Held, column: number): void => {
    columns[column] = [...(columns[column] ?? []), h.placement.away];
    letters.set(h.session.id, String.fromCharCode(A + column));
  };
  const inOrder = asPeersSetOff(held);
  for (const h of inOrder) {
    const column = (kept.get(h.session.id)?.charCodeAt(0) ?? 0) - A;
    if (column >= 0 && isFree(column, h.placement.away)) take(h, column);
  }
  for (const h of inOrder) {
    if (letters.has(h.session.id)) continue;
    let column = beyond.has(h) || !runsAsStream(h) ? usual : 0;
    while (!isFree(column, h.placement.away)) column++;
    take(h, column);
  }
  return letters;
}

const A = 'A'.charCodeAt(0);
