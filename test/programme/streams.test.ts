import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Held } from '../../src/programme/placement.ts';
import { beyondUsual, lettersFor } from '../../src/programme/streams.ts';
import { overlaps } from '../../src/time/span.ts';
import { aHeld, aSession } from '../support/cast.ts';

/** Sessions of a morning with journeys before and after, in the order of their starts. */
const mornings = fc
  .array(
    fc.record({
      start: fc.integer({ min: 0, max: 12 }),
      length: fc.integer({ min: 1, max: 6 }),
      before: fc.integer({ min: 0, max: 2 }),
      after: fc.integer({ min: 0, max: 2 }),
    }),
    { maxLength: 7 },
  )
  .map((rows) =>
    rows
      .map(({ start, length, before, after }, i): Held => {
        const held = aHeld(aSession(`s${i}`), 2, 9, start * 15, { minutes: length * 15 });
        const { start: from, end: to } = held.placement;
        return {
          ...held,
          placement: { ...held.placement, away: { from: from - before * 15, to: to + after * 15 } },
        };
      })
      .sort((a, b) => a.placement.start - b.placement.start),
  );

const most = (held: readonly Held[]): number =>
  Math.max(
    0,
    ...held.map(
      ({ placement: { away } }) =>
        held.filter((h) => overlaps(h.placement.away, { from: away.from, to: away.from + 1 })).length,
    ),
  );

/** Every way to leave some out: the fewest that leave no more than `usual` at once. */
function fewest(held: readonly Held[], usual: number): number {
  let best = held.length;
  for (let mask = 0; mask < 1 << held.length; mask++) {
    const kept = held.filter((_, i) => mask & (1 << i));
    if (held.length - kept.length < best && most(kept) <= usual) best = held.length - kept.length;
  }
  return best;
}

describe('streams', () => {
  // 1. Without those beyond the usual, no more than the usual run at once. 2. No fewer would do.
  it('calls the fewest sessions beyond the usual', () => {
    fc.assert(
      fc.property(mornings, fc.integer({ min: 1, max: 3 }), (held, usual) => {
        const beyond = beyondUsual(held, usual);
        expect(most(held.filter((h) => !beyond.includes(h)))).toBeLessThanOrEqual(usual);
        expect(beyond).toHaveLength(fewest(held, usual));
      }),
    );
  });

  // 1. Everything has a letter. 2. Nothing in one column overlaps. 3. What is within the usual stays in its columns.
  it('gives every session a column of its own while it runs', () => {
    fc.assert(
      fc.property(mornings, fc.integer({ min: 1, max: 3 }), (held, usual) => {
        const letters = lettersFor(held, usual);
        const beyond = beyondUsual(held, usual);
        for (const h of held) {
          const letter = letters.get(h.session.id)!;
          const beside = held.filter((o) => o !== h && letters.get(o.session.id) === letter);
          expect(beside.filter((o) => overlaps(o.placement.away, h.placement.away))).toEqual([]);
          expect(letter.charCodeAt(0) - 65 < usual).toBe(!beyond.includes(h));
        }
      }),
    );
  });

  // 1. Letters that were kept and still fit stay. 2. Still nothing in one column overlaps.
  it('leaves the letters that were handed out where they were', () => {
    fc.assert(
      fc.property(
        mornings,
        fc.integer({ min: 1, max: 3 }),
        fc.integer({ min: 0, max: 6 }),
        (held, usual, gone) => {
          const before = lettersFor(held, usual);
          const fewer = held.filter((_, i) => i !== gone);
          const after = lettersFor(fewer, usual, before);
          for (const h of fewer) expect(after.get(h.session.id)).toBe(before.get(h.session.id));
        },
      ),
    );
  });
});
