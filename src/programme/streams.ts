import type { Held } from './placement.ts';

/**
 * Sessions that run as streams: all but the record review, which goes on beside them (rule `case-recording-review`).
 */
export const runsAsStream = (held: Held): boolean => held.session.kind !== 'record-review';

/** In the order in which the peers set off: a visit's journey begins before its session does. */
const asPeersSetOff = (held: readonly Held[]): readonly Held[] =>
  [...held].sort((a, b) => a.placement.away.from - b.placement.away.from);

/**
 * The fewest sessions to call "beyond the usual", so that the rest never run more than `usual` at once: sweep by
 * start and, where one too many runs, take out the one that ends last (Carlisle & Lloyd 1995, k-colourable interval
 * subgraphs).
 */
export function beyondUsual(held: readonly Held[], usual: number): readonly Held[] {
  const beyond: Held[] = [];
  let running: Held[] = [];
  for (const h of asPeersSetOff(held)) {
    if (!runsAsStream(h)) continue;
    running = running.filter((r) => r.placement.away.to > h.placement.away.from);
    running.push(h);
    if (running.length > usual) {
      const last = running.reduce((a, b) => (b.placement.away.to > a.placement.away.to ? b : a));
      running = running.filter((r) => r !== last);
      beyond.push(last);
    }
  }
  return beyond;
}

/**
 * A letter for each placement: those beyond the usual and the record review take the letters after the usual ones;
 * nothing in one column overlaps. Gives the letter by session id.
 */
export function lettersFor(held: readonly Held[], usual: number): ReadonlyMap<string, string> {
  const beyond = new Set(beyondUsual(held, usual));
  const ends: number[] = [];
  const letters = new Map<string, string>();
  for (const h of asPeersSetOff(held)) {
    const first = beyond.has(h) || !runsAsStream(h) ? usual : 0;
    let column = first;
    while ((ends[column] ?? Number.NEGATIVE_INFINITY) > h.placement.away.from) column++;
    ends[column] = h.placement.away.to;
    letters.set(h.session.id, String.fromCharCode(65 + column));
  }
  return letters;
}
