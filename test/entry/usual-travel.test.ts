import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Entry } from '../../src/entry/entry.ts';
import { USUAL_TRAVEL, usualWays, withUsualTravel } from '../../src/entry/usual-travel.ts';
import type { TravelEntry } from '../../src/review/file.ts';

const entryOf = (sites: readonly string[], travel?: readonly TravelEntry[]): Entry => ({
  peerweek: 1,
  review: { id: 'r', council: 'C', firstDay: '2026-03-23', editedAt: '2026-01-12T09:30:00Z' },
  sites: sites.map((id) => ({ id, name: id.toUpperCase() })),
  ...(travel && { travel }),
});
const way = (a: string, b: string, minutes: number): TravelEntry => ({ between: [a, b], minutes });

describe('travel (manual 1460): what is taken for a way that nobody timed', () => {
  it('is half an hour where nothing is known', () =>
    expect(withUsualTravel(entryOf(['a', 'b', 'c'], [way('a', 'b', 10)])).travel).toEqual([
      way('a', 'b', 10),
      { between: ['a', 'c'], minutes: USUAL_TRAVEL, assumed: true },
      { between: ['b', 'c'], minutes: USUAL_TRAVEL, assumed: true },
    ]));

  it('is the shortest known way over other sites, and says over which', () => {
    const entry = entryOf(['a', 'b', 'c', 'd'], [way('a', 'b', 10), way('b', 'c', 5), way('c', 'd', 20)]);
    expect([...usualWays(entry, 'a')]).toEqual([
      ['b', { minutes: 10, over: [] }],
      ['c', { minutes: 15, over: ['b'] }],
      ['d', { minutes: 35, over: ['b', 'c'] }],
    ]);
  });

  it('follows what is timed later, and gives way to it', () => {
    const first = withUsualTravel(entryOf(['a', 'b', 'c'], [way('a', 'b', 10)]));
    const timed = {
      ...first,
      travel: first.travel!.map((t) => (t.between.join('') === 'bc' ? way('b', 'c', 12) : t)),
    };
    expect(withUsualTravel(timed).travel).toEqual([
      way('a', 'b', 10),
      way('b', 'c', 12),
      { between: ['a', 'c'], minutes: 22, assumed: true },
    ]);
  });

  it('takes away what was assumed of a site that is gone', () =>
    expect(
      withUsualTravel(entryOf(['a'], [{ between: ['a', 'b'], minutes: 30, assumed: true }])).travel,
    ).toEqual([]));

  it('holds for any sites and journeys', () => {
    const ids = ['a', 'b', 'c', 'd', 'e'];
    const pairs = ids.flatMap((a, i) => ids.slice(i + 1).map((b) => [a, b] as const));
    const travel = fc.subarray(pairs).chain((some) =>
      fc.tuple(
        ...some.map(([a, b]) =>
          fc.record({ minutes: fc.integer({ min: 0, max: 600 }), assumed: fc.boolean() }).map((t) => ({
            between: [a, b] as const,
            minutes: t.minutes,
            ...(t.assumed && { assumed: true }),
          })),
        ),
      ),
    );
    fc.assert(
      fc.property(travel, (given) => {
        // 1. every two sites have exactly one journey; 2. what was timed is untouched; 3. what is taken is no longer
        // than any known way over one other site; 4. doing it twice changes nothing more.
        const entry = entryOf(ids, given);
        const full = withUsualTravel(entry);
        const minutes = (a: string, b: string) =>
          full.travel!.filter((t) => t.between.includes(a) && t.between.includes(b));
        for (const [a, b] of pairs) expect(minutes(a, b)).toHaveLength(1);
        expect(full.travel!.filter((t) => !t.assumed)).toEqual(given.filter((t) => !t.assumed));
        for (const [a, b] of pairs)
          for (const c of ids) {
            const [direct, first, second] = [minutes(a, b)[0]!, minutes(a, c)[0], minutes(c, b)[0]];
            if (!direct.assumed || !first || !second || first.assumed || second.assumed) continue;
            if (first.minutes + second.minutes <= 600)
              expect(direct.minutes).toBeLessThanOrEqual(first.minutes + second.minutes);
          }
        expect(withUsualTravel(full)).toBe(full);
      }),
    );
  });
});
