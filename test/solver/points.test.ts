import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { generateReview, generateTiny } from '../../fixtures/generate.ts';
import { leastByHighs } from '../../solver/host/highs.ts';
import { newTold, pointsFloor, readTold } from '../../solver/host/points.ts';
import { compile } from '../../solver/model/compile.ts';
import { pointsProgram } from '../../solver/proof/points/floor.ts';
import { givenBy, stated, withFloor } from '../../solver/proof/points/with-floor.ts';
import { solve } from '../../solver/solve.ts';
import { breachesOf } from '../../src/check/breaches.ts';
import { awayFor } from '../../src/programme/away.ts';
import type { Outcome } from '../../src/programme/outcome.ts';
import type { Held } from '../../src/programme/placement.ts';
import { type Cost, heldBy } from '../../src/programme/programme.ts';
import { sessionsToPlace } from '../../src/review/facts.ts';
import type { Place } from '../../src/review/places.ts';
import type { Review } from '../../src/review/review.ts';
import { ruleBook } from '../../src/rules/index.ts';
import { at, dayOf } from '../../src/time/span.ts';
import { choicesIn, exhaustive } from '../support/exhaustive.ts';
import { reviewFixture } from '../support/fixtures.ts';

/** All of them with PEERWEEK_LONG=1; those that are soon tried out otherwise. */
const MOST_CHOICES = process.env.PEERWEEK_LONG ? 6000 : 80;
const small = Array.from({ length: 120 }, (_, n) => n).filter(
  (n) => choicesIn(generateTiny(n)) <= MOST_CHOICES,
);

async function floorFor(review: Review, cost: Cost): Promise<number> {
  const program = pointsProgram(compile(review).model, givenBy({ cost }));
  const { floor } = await leastByHighs(program, { iterations: 1500 });
  return floor;
}

describe('a floor under the points is never above what a programme pays', () => {
  it.each(small)('nor the best of all, small review %i', async (n) => {
    const review = generateTiny(n);
    const { cost } = exhaustive(review);
    expect(await floorFor(review, cost)).toBeLessThanOrEqual(cost[5] + 1e-3);
  });

  it.each([
    ['S', 'loose', 1],
    ['S', 'tight', 2],
    ['S', 'over', 3],
    ['M', 'loose', 4],
  ] as const)(
    'nor what a search finds, %s %s %i',
    async (size, tightness, seed) => {
      const review = generateReview({ size, tightness, seed });
      for (const timeLimit of [0.2, 1]) {
        const { cost } = await solve(review, { seed, timeLimit });
        expect(await floorFor(review, cost)).toBeLessThanOrEqual(cost[5] + 1e-3);
      }
    },
    30_000,
  );

  it.each(['county', 'three-streams', 'small-council', 'full-list'] as const)('nor in %s', async (name) => {
    const review = reviewFixture(name);
    const { cost } = await solve(review, { seed: 1, timeLimit: 1 });
    expect(await floorFor(review, cost)).toBeLessThanOrEqual(cost[5] + 1e-3);
  });
});

describe('how high it gets', () => {
  // 22 sessions of four peers and the manager: 15 points are the least of any pairing, shared as evenly as minutes go.
  it('is all there is to pay where only pairs and loads cost anything', async () => {
    expect(stated(await floorFor(reviewFixture('clock-changes-spring'), [0, 0, 0, 0, 0, 99]), 99)).toBe(15);
  });

  // 38 sessions, 35 of them in pairs out of 15, and the loads of visits that no sharing makes even.
  it('counts every pair that must repeat in Appendix 11', async () => {
    expect(stated(await floorFor(reviewFixture('appendix-11'), [0, 0, 0, 0, 0, 99]), 99)).toBe(20.667);
  });

  // Two sessions an hour out and two at the police, and whoever goes to both takes one of each: two pairs go, for 28 and 18.667;
  // 15 repeats and a load that no sharing makes even are paid besides.
  it('counts every journey that must be made in the county', async () => {
    const floor = await floorFor(reviewFixture('county'), [0, 0, 0, 0, 0, 99]);
    expect(stated(floor, 99)).toBe(62.751);
  });

  it('is the same for the same budget', async () => {
    const { model } = compile(generateReview({ size: 'S', tightness: 'loose', seed: 2 }));
    const program = pointsProgram(model, [0, 0, 0, 0, 0]);
    const ask = () => leastByHighs(program, { iterations: 3000 });
    expect(await ask()).toEqual(await ask());
  });
});

describe('what rules tell of themselves to the floor is what they say', () => {
  const reviews = [
    ['county', reviewFixture('county')],
    ['appendix-11', reviewFixture('appendix-11')],
    ['generated', generateReview({ size: 'M', tightness: 'tight', seed: 6 })],
  ] as const;
  const wholes = ruleBook.flatMap((rule) =>
    rule.parts.flatMap((part) => (part.shape === 'whole' ? [{ name: `${rule.id}/${part.name}`, part }] : [])),
  );

  it('of a break in common, that a half-day has none', () => {
    const speaking = wholes.filter(({ part }) => part.pauses);
    expect(speaking.map((s) => s.name)).toEqual(['lunch-and-breaks/common-break']);
    for (const [, review] of reviews)
      for (const { part } of speaking)
        fc.assert(
          fc.property(programmes(review), (held) => {
            const { minutes, pieceOf } = part.pauses!;
            const pieces = new Map<string, Held[]>();
            for (const h of held) {
              const piece = pieceOf(review, h.placement.away);
              if (piece !== undefined) pieces.set(piece, [...(pieces.get(piece) ?? []), h]);
            }
            const without = [...pieces.values()].filter((list) => {
              const spans = list.map((h) => h.placement.away);
              const atOnce = Math.max(...spans.map((s) => s.from)) < Math.min(...spans.map((s) => s.to));
              const pause = spans.some(
                (s) =>
                  spans.some((after) => after.from >= s.to + minutes) &&
                  !spans.some((other) => other.from < s.to + minutes && s.to < other.to),
              );
              return !atOnce && !pause;
            });
            expect(breachesOf(review, part, held, {})).toHaveLength(without.length);
          }),
          { numRuns: 150, seed: 3 },
        );
  });

  it('of journeys, what a peer’s day pays at the least', () => {
    const speaking = wholes.filter(({ part }) => part.calls);
    expect(speaking.map((s) => s.name)).toEqual(['travel/journeys', 'travel/journey-minutes']);
    let paid = 0;
    for (const [, review] of reviews)
      for (const { part } of speaking) {
        const calls = part.calls!;
        fc.assert(
          fc.property(programmes(review), (held) => {
            for (const peer of review.peers)
              for (const day of [1, 2, 3, 4]) {
                const own = heldBy(review, held, peer.id).filter((h) => dayOf(h.placement.start) === day);
                const legs = new Map<string, Set<string>>();
                for (const h of own) {
                  const call = calls.of(review, h);
                  if (call) legs.set(call.leg, (legs.get(call.leg) ?? new Set()).add(call.key));
                }
                const least = [...legs.values()].reduce((sum, k) => sum + calls.least(review, [...k]), 0);
                const amount = part
                  .test(review, { peer, day, held: own })
                  .reduce((sum, b) => sum + (b.amount ?? 1), 0);
                expect(least).toBeLessThanOrEqual(amount + 1e-9);
                paid += least;
                for (const keys of legs.values())
                  for (const key of keys)
                    expect(
                      calls.least(
                        review,
                        [...keys].filter((k) => k !== key),
                      ),
                    ).toBeLessThanOrEqual(calls.least(review, [...keys]));
              }
          }),
          { numRuns: 60, seed: 4 },
        );
      }
    expect(paid).toBeGreaterThan(0);
  });
});

/** Some of a review's sessions at quarter hours of any day, in any order: musts are no matter. */
const programmes = (review: Review) =>
  fc
    .tuple(
      ...sessionsToPlace(review).map((session) =>
        fc.option(
          fc.record({
            session: fc.constant(session),
            day: fc.integer({ min: 1, max: 4 }),
            quarter: fc.integer({ min: 0, max: 44 }),
            peers: fc.subarray(
              review.peers.map((p) => p.id),
              { maxLength: 2 },
            ),
            place: fc.constantFrom<Place>(
              { office: true },
              ...review.rooms.map((r) => ({ room: r.id })),
              ...review.sites.map((s) => ({ site: s.id })),
            ),
          }),
        ),
      ),
    )
    .map((all) =>
      all
        .flatMap((one): readonly Held[] => {
          if (!one) return [];
          const { session, peers, place } = one;
          const from = at(one.day, 9) + 15 * one.quarter;
          const time = { from, to: from + session.minutes };
          const away = awayFor(review, session, place, time);
          return [
            {
              session,
              placement: {
                session: session.id,
                start: time.from,
                end: time.to,
                away,
                stream: 'A',
                place,
                peers,
                told: false,
              },
            },
          ];
        })
        .sort((a, b) => a.placement.start - b.placement.start),
    );

describe('an outcome with a floor under its points', () => {
  const outcome = (cost: Cost, bound: Cost): Outcome => ({
    status: 'feasible',
    programme: { review: 'r', revision: 1, placements: [], fixedEvents: [], unplaced: [], cost, bound },
    cost,
    bound,
    seconds: 1,
    conflicts: [],
  });

  it('says the gap where the tiers before are proven', () => {
    const made = withFloor(outcome([0, 0, 0, 2, 0, 20], [0, 0, 0, 2, 0, 3]), 18.4999996);
    expect([made.status, made.bound, made.programme.bound, made.gap]).toEqual([
      'feasible',
      [0, 0, 0, 2, 0, 18.5],
      [0, 0, 0, 2, 0, 18.5],
      1.5,
    ]);
  });

  it('is the best there is where nothing is left between', () => {
    const made = withFloor(outcome([0, 0, 0, 2, 0, 20], [0, 0, 0, 2, 0, 3]), 19.9999991);
    expect([made.status, made.bound[5], made.gap]).toEqual(['optimal', 20, 0]);
  });

  it('stays as it is where they are not: the floor is for programmes that cost the same there', () => {
    const as = outcome([0, 0, 0, 2, 0, 20], [0, 0, 0, 1, 0, 3]);
    expect(withFloor(as, 19)).toBe(as);
  });

  it('never loses a floor that was higher', () => {
    expect(withFloor(outcome([0, 0, 0, 0, 0, 20], [0, 0, 0, 0, 0, 12]), 7).bound[5]).toBe(12);
  });
});

describe('a floor that is cut short', () => {
  it('is told as it rises: what was told stands, and the whole is no lower', async () => {
    const review = generateReview({ size: 'S', tightness: 'loose', seed: 1 });
    const { cost } = await solve(review, { seed: 1, effort: 'quick' });
    const [cut, whole] = [newTold(), newTold()];
    expect(readTold(cut)).toBeUndefined();
    const order = { given: givenBy({ cost }), below: cost[5] };
    const short = await pointsFloor(review, { ...order, told: cut }, () => readTold(cut) !== undefined);
    const long = await pointsFloor(review, { ...order, told: whole }, () => false);
    expect(short).toBeGreaterThan(0);
    expect(readTold(cut)).toBe(Math.floor(short * 1000) / 1000);
    expect(readTold(whole)).toBeGreaterThanOrEqual(readTold(cut)!);
    expect(long).toBeGreaterThanOrEqual(readTold(whole)!);
  }, 30_000);
});
