import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { generateReview } from '../../fixtures/generate.ts';
import { breachesOf } from '../../src/check/breaches.ts';
import { awayFor } from '../../src/programme/away.ts';
import type { Held } from '../../src/programme/placement.ts';
import { sessionsToPlace } from '../../src/review/facts.ts';
import type { Review } from '../../src/review/review.ts';
import { amountAt, type Counts, chargeAt } from '../../src/rules/counts.ts';
import { ruleBook } from '../../src/rules/index.ts';
import type { WholePart } from '../../src/rules/rule.ts';
import { at } from '../../src/time/span.ts';
import { aContact, aPeer, aReview, aSession } from '../support/cast.ts';
import { reviewFixture } from '../support/fixtures.ts';

const counted = ruleBook.flatMap((rule) =>
  rule.parts.flatMap((part) =>
    part.shape === 'whole' && part.counts
      ? [{ name: `${rule.id}/${part.name}`, part, counts: part.counts }]
      : [],
  ),
);

/** Every kind of pairing, themes of both sorts, a peer who does not interview, and evenings. */
const made = aReview({
  peers: ['d', 'b', 'a', 'c', 'e'].map((id, n) =>
    aPeer(id, {
      interviews: id !== 'e',
      themes: [['outcomes'], ['leadership', 'kle'], [], ['capacity', 'outcomes'], ['kle']][n]!,
      diary: { busy: n === 1 ? [{ from: at(2, 9), to: at(3, 12) }] : [], ifNeeded: [], preferred: [] },
    }),
  ),
  contacts: [aContact('x')],
  keyLinesOfEnquiry: [{ id: 'kle', title: 'Neglect' }],
  pairings: {
    fixed: [['c', 'd']],
    preferred: [
      ['b', 'a'],
      ['a', 'd'],
    ],
    forbidden: [],
  },
  limits: { 'themes-covered': 2, 'evening-limit/week': 1 },
  sessions: Array.from({ length: 9 }, (_, n) =>
    aSession(`s${n}`, {
      contacts: ['x'],
      minutes: [60, 90, 45][n % 3]!,
      themes: [['outcomes'], ['leadership', 'kle'], ['working-together', 'capacity']][n % 3]!,
      peers: { count: 2, named: n === 4 ? ['a', 'c'] : [] },
    }),
  ),
});

const reviews: readonly (readonly [string, Review])[] = [
  ['made for it', made],
  ['appendix-11', reviewFixture('appendix-11')],
  ['county', reviewFixture('county')],
  ['generated S', generateReview({ size: 'S', tightness: 'tight', seed: 3 })],
  ['generated M', generateReview({ size: 'M', tightness: 'over', seed: 4 })],
];

/** Any sessions at any quarter hour of any day, evenings included, with up to three peers each: musts are no matter. */
const programmes = (review: Review) =>
  fc
    .tuple(
      ...sessionsToPlace(review).map((session) =>
        fc.option(
          fc.record({
            session: fc.constant(session),
            day: fc.integer({ min: 0, max: 5 }),
            quarter: fc.integer({ min: 0, max: 52 }),
            peers: fc.subarray(
              review.peers.map((p) => p.id),
              { maxLength: 3 },
            ),
            site: fc.boolean(),
          }),
        ),
      ),
    )
    .map((all) =>
      all
        .flatMap((one): readonly Held[] => {
          if (!one) return [];
          const { session, peers } = one;
          const from = at(one.day, 8) + 15 * one.quarter;
          const time = { from, to: from + session.minutes };
          const place =
            one.site && session.place.site ? { site: session.place.site } : ({ phone: true } as const);
          const away = awayFor(review, session, place, time);
          const placement = {
            session: session.id,
            start: time.from,
            end: time.to,
            away,
            stream: 'A',
            place,
            peers,
          };
          return [{ session, placement: { ...placement, told: false } }];
        })
        .sort((a, b) => a.placement.start - b.placement.start),
    );

function valuesOf(counts: Counts, held: readonly Held[]): readonly number[] {
  const values = Array.from({ length: counts.keys }, () => 0);
  for (const { session, placement } of held) {
    const factor = counts.times?.(placement.away) ?? 1;
    for (const [key, units] of counts.adds(session, placement.peers)) values[key]! += units * factor;
  }
  return values;
}

const amountsOf = (review: Review, part: WholePart, held: readonly Held[]) =>
  breachesOf(review, part, held, {}).map((b) => b.amount ?? 1);

describe('a rule that is a sum over counters says the same by its counts as by its test', () => {
  it('is these five', () => {
    expect(counted.map((c) => c.name)).toEqual([
      'evening-limit/week',
      'pairings/preferred',
      'pairings/change',
      'themes-covered/explored',
      'fair-load/rule',
    ]);
  });

  // 1. The charges come to the sum of the breaches' amounts.
  // 2. Of a must, there are as many charges above nothing as breaches.
  // 3. No counter is named twice by one placement, and none that does not exist.
  describe.each(reviews)('%s', (_name, review) => {
    it.each(counted)('$name', ({ part, counts }) => {
      const own = counts(review);
      let spoke = 0;
      fc.assert(
        fc.property(programmes(review), (held) => {
          const values = valuesOf(own, held);
          const amounts = amountsOf(review, part, held);
          const sum = amounts.reduce((a, b) => a + b, 0);
          expect(Math.abs(amountAt(own, values) - sum)).toBeLessThan(1e-9);
          spoke += amounts.length;
          if (part.kind === 'must')
            expect(own.charges.filter((c) => chargeAt(c, values) > 1e-9)).toHaveLength(amounts.length);
          for (const { session, placement } of held) {
            const keys = own.adds(session, placement.peers).map(([key]) => key);
            expect(new Set(keys).size).toBe(keys.length);
            expect(keys.filter((key) => key < 0 || key >= own.keys)).toEqual([]);
          }
        }),
        { numRuns: 60, seed: 7 },
      );
      // A comparison of nothing with nothing would say little; not every review has preferred pairs.
      if (review === made) expect(spoke).toBeGreaterThan(0);
    });
  });

  it('prices each charge straight up and straight down from its aim, and never gives anything back', () => {
    for (const [, review] of reviews)
      for (const { counts } of counted)
        for (const { over, short } of counts(review).charges)
          expect([over >= 0, short >= 0, over + short > 0]).toEqual([true, true, true]);
  });
});
