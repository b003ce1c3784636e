import { describe, expect, it } from 'vitest';
import { generateReview, generateTiny } from '../../fixtures/generate.ts';
import { compile } from '../../solver/model/compile.ts';
import { newLedger, readLedger, writeLedger } from '../../solver/proof/ledger.ts';
import { raised } from '../../solver/proof/raise.ts';
import { proveTiers } from '../../solver/proof/tiers/prove.ts';
import { GrowingProgramme } from '../../solver/proof/tiers/simplex.ts';
import { solve } from '../../solver/solve.ts';
import type { Held } from '../../src/programme/placement.ts';
import { type Cost, compareCosts } from '../../src/programme/programme.ts';
import { alignedEnds } from '../../src/rules/aligned-ends.ts';
import { thirdStreamSeldom } from '../../src/rules/third-stream-seldom.ts';
import { overlaps } from '../../src/time/span.ts';
import { choicesIn, exhaustive } from '../support/exhaustive.ts';

const long = process.env.PEERWEEK_LONG !== undefined;
const upTo = (n: number) => Array.from({ length: n }, (_, i) => i);
const heldInOrder = (held: readonly Held[]): readonly Held[] =>
  [...held].sort((a, b) => a.placement.start - b.placement.start);

/** Programmes that trying every one may have to try. */
const MOST_CHOICES = 6000;

const inTiers = (bound: readonly number[]): Cost =>
  [0, 1, 2, 3, 4, 5].map((tier) => bound[tier] ?? 0) as unknown as Cost;

/*
 * For any review small enough to try every programme of:
 * 1. the floor, compared tier by tier, is never above what the best programme costs;
 * 2. where the proof came upon a programme that costs just the floor in all five tiers, that is what the best costs.
 */
describe('the floor under the tiers, held against trying everything', () => {
  const small = upTo(long ? 300 : 60).filter((n) => choicesIn(generateTiny(n)) <= MOST_CHOICES);
  it.each(small.map((n) => [n]))('on tiny review %i', (n) => {
    const review = generateTiny(n);
    const truth = exhaustive(review).cost;
    const { bound, best } = proveTiers(compile(review).model, 1);
    expect(compareCosts(inTiers(bound), truth)).toBeLessThanOrEqual(0);
    const met = bound.length === 5 && bound.every((b, tier) => b === best.cost[tier]);
    if (met) expect(bound).toEqual(truth.slice(0, 5));
  });
});

/*
 * For any generated week: no programme that a search finds costs less than the floor, tier by tier; and what the proof
 * came upon costs no less either.
 */
describe('the floor under the tiers, held against what a search finds', () => {
  const weeks = upTo(long ? 120 : 4).map((n) => ({
    size: n % 3 === 2 ? ('M' as const) : ('S' as const),
    tightness: (['over', 'tight', 'loose'] as const)[n % 3 === 2 ? 0 : n % 2]!,
    seed: 400 + n,
  }));
  it.each(weeks.map((o) => [`${o.size} ${o.tightness} ${o.seed}`, o] as const))(
    '%s',
    async (_, options) => {
      const review = generateReview(options);
      const { cost } = await solve(review, { seed: 2, effort: 'quick', explain: false });
      const { bound, best } = proveTiers(
        compile(review).model,
        1,
        () => false,
        () => {},
        { branches: 40, priced: 100_000 },
      );
      expect(compareCosts(inTiers(bound), cost)).toBeLessThanOrEqual(0);
      expect(compareCosts(inTiers(bound), best.cost)).toBeLessThanOrEqual(0);
    },
    120_000,
  );
});

describe('the same proof for the same review', () => {
  it('gives the same floor and the same programme', () => {
    const review = generateReview({ size: 'S', tightness: 'over', seed: 2 });
    const budget = { branches: 20, priced: 50_000 };
    const once = () =>
      proveTiers(
        compile(review).model,
        3,
        () => false,
        () => {},
        budget,
      );
    const [one, two] = [once(), once()];
    expect(two).toEqual(one);
  }, 60_000);
});

describe('the higher of two floors', () => {
  it.each([
    // What the lower one says of later tiers holds of other programmes.
    [
      [4, 1, 0, 0, 1, 6],
      [6, 1, 2],
      [6, 1, 2, 0, 0, 0],
    ],
    [
      [0, 0, 0, 0, 0, 9],
      [0, 0, 1, 0, 2],
      [0, 0, 1, 0, 2, 0],
    ],
    // Where both say the same, both go on.
    [
      [1, 0, 0, 2, 0, 9],
      [1, 0, 0, 2, 0],
      [1, 0, 0, 2, 0, 9],
    ],
    [
      [1, 0, 0, 2, 0, 9],
      [1, 0, 0],
      [1, 0, 0, 2, 0, 9],
    ],
    [
      [2, 0, 1, 0, 0, 5],
      [1, 3, 3, 3, 3],
      [2, 0, 1, 0, 0, 5],
    ],
    [[0, 0, 0, 0, 0, 3], [], [0, 0, 0, 0, 0, 3]],
  ] as const)('of %j and %j is %j', (floor, proven, higher) => {
    expect(raised(floor as unknown as Cost, proven)).toEqual(higher);
  });
});

describe('the ledger of a proof', () => {
  it('keeps the higher of two floors, whole: what is said of a tier goes with what is said of those before', () => {
    const ledger = newLedger();
    const steps = [[], [6], [6], [6, 1, 2], [6, 1], [6, 1, 2, 0, 3], [6, 1, 3], [6, 1, 2, 5, 5], [6, 0, 9]];
    expect(steps.map((floor) => [writeLedger(ledger, floor), readLedger(ledger)])).toEqual([
      [false, []],
      [true, [6]],
      [false, [6]],
      [true, [6, 1, 2]],
      [false, [6, 1, 2]],
      [true, [6, 1, 2, 0, 3]],
      [true, [6, 1, 3]],
      [false, [6, 1, 3]],
      [false, [6, 1, 3]],
    ]);
  });

  it('says nothing of a tier that has more than there is room for', () => {
    const ledger = newLedger();
    expect(writeLedger(ledger, [4095, 4095, 4095, 4095, 4095])).toBe(true);
    expect(readLedger(ledger)).toEqual([4095, 4095, 4095, 4095, 4095]);
    const other = newLedger();
    expect(writeLedger(other, [3, 4096, 1])).toBe(true);
    expect(readLedger(other)).toEqual([3]);
  });
});

/*
 * Of weeks in which more is wanted than there is room for, what is told of the floor on the way: it never falls, and
 * something is said of all five tiers before the proof looks for a programme that meets the first of them.
 */
describe('the floor as it is told', () => {
  it.each([1, 2, 3])(
    'S over %i',
    (seed) => {
      const told: (readonly [floor: readonly number[], cost: Cost])[] = [];
      const { model } = compile(generateReview({ size: 'S', tightness: 'over', seed }));
      const budget = { branches: 10, priced: 60_000 };
      const { bound, best } = proveTiers(
        model,
        1,
        () => false,
        (floor, { cost }) => void told.push([floor.slice(), cost]),
        budget,
      );
      const floors = told.map(([floor]) => inTiers(floor));
      for (const [n, floor] of floors.entries())
        if (n > 0) expect(compareCosts(floor, floors[n - 1]!)).toBeGreaterThanOrEqual(0);
      expect(told.slice(0, 5).map(([floor]) => floor.length)).toEqual([1, 2, 3, 4, 5]);
      expect(new Set(told.slice(0, 5).map(([, cost]) => cost)).size).toBe(1);
      expect(told.at(-1)).toEqual([bound, best.cost]);
    },
    60_000,
  );
});

describe('the linear programme that grows', () => {
  it('finds the least mixture, and prices that say so', () => {
    // Three rows to be made up to 1, each two of them by a column of cost 1: one and a half columns.
    const lp = new GrowingProgramme([1, 1, 1], [10, 10, 10]);
    expect(lp.solve(100)).toBeCloseTo(30, 3);
    const columns = [
      lp.add(1, [
        [0, 1],
        [1, 1],
      ]),
      lp.add(1, [
        [1, 1],
        [2, 1],
      ]),
      lp.add(1, [
        [0, 1],
        [2, 1],
      ]),
    ];
    expect(lp.solve(100)).toBeCloseTo(1.5, 4);
    for (const column of columns) expect(lp.shareOf(column)).toBeCloseTo(0.5, 4);
    expect([...lp.duals].map((d) => Math.round(d * 1e6) / 1e6)).toEqual([0.5, 0.5, 0.5]);
  });
});

/*
 * What two rules say in a word for the floor, held to what they say in full, on programmes that were found:
 * 1. `swaps`: of two side by side that end apart, aligned-ends speaks just where the later to end keeps to blocks;
 * 2. `columns`: third-stream-seldom counts just the fewest to take out so that the rest fit the columns.
 */
describe('what rules say in a word', () => {
  const programmes = ['tight', 'over'] as const;
  it.each(programmes)('%s', async (tightness) => {
    const review = generateReview({ size: 'M', tightness, seed: 5 });
    const { model } = compile(review);
    const aligned = alignedEnds.parts[0]!;
    const third = thirdStreamSeldom.parts[0]!;
    if (aligned.shape !== 'paired' || third.shape !== 'whole') throw new Error('other shapes');
    const seats = model.items.flatMap((item) => item.slots.slice(0, 6).map(({ held }) => held));
    for (const a of seats)
      for (const b of seats) {
        if (a.session.id >= b.session.id) continue;
        const [x, y] = [a.placement.away, b.placement.away];
        const later = x.to < y.to ? b : a;
        const apart = overlaps(x, y) && x.to !== y.to;
        const speaks = apart && aligned.swaps!(later.session) === 'ends';
        const [first, second] = a.placement.start <= b.placement.start ? [a, b] : [b, a];
        expect(aligned.test(review, first, second) !== undefined).toBe(speaks);
      }
    const columns = third.columns!;
    const most = columns.most(review);
    for (let n = 0; n + 9 < seats.length; n += 9) {
      const held = seats.slice(n, n + 9);
      const counted = held.filter(columns.counts);
      const fits = (some: readonly Held[]) =>
        some.every(
          ({ placement: { away } }) =>
            some.filter((o) => o.placement.away.from <= away.from && away.from < o.placement.away.to)
              .length <= most,
        );
      const fewest = Math.min(
        ...upTo(2 ** counted.length).flatMap((without) => {
          const rest = counted.filter((_, i) => !(without & (1 << i)));
          return fits(rest) ? [counted.length - rest.length] : [];
        }),
      );
      expect(third.test(review, { held: heldInOrder(held) })).toHaveLength(fewest);
    }
  });
});
