import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { generateReview, generateTiny } from '../../fixtures/generate.ts';
import { leastByHighs } from '../../solver/host/highs.ts';
import { compile } from '../../solver/model/compile.ts';
import type { Model } from '../../solver/model/model.ts';
import { countedIn, pointsProgram } from '../../solver/proof/points/floor.ts';
import type { Given } from '../../solver/proof/points/groups.ts';
import { cutsOf, halfDaysOf } from '../../solver/proof/points/half-days/climb.ts';
import { stepOf } from '../../solver/proof/points/half-days/cut.ts';
import { atOneMoment, hasPause } from '../../solver/proof/points/half-days/pause.ts';
import type { Worths } from '../../solver/proof/points/half-days/worths.ts';
import { givenBy, stated } from '../../solver/proof/points/with-floor.ts';
import { weekOf } from '../../solver/proof/tiers/week.ts';
import { solve } from '../../solver/solve.ts';
import { check } from '../../src/check/check.ts';
import type { Cost, Programme } from '../../src/programme/programme.ts';
import type { Review } from '../../src/review/review.ts';
import { ruleOf } from '../../src/rules/index.ts';
import { choicesIn, exhaustive } from '../support/exhaustive.ts';
import { reviewFixture } from '../support/fixtures.ts';

const long = process.env.PEERWEEK_LONG !== undefined;
const upTo = (n: number) => Array.from({ length: n }, (_, i) => i);
const never = () => false;

async function floorFor(review: Review, cost: Cost): Promise<number> {
  const { model } = compile(review);
  const given = givenBy({ cost });
  const cuts = cutsOf(model, given, countedIn(model), [], { steps: 40, looks: Infinity, late: never });
  const { floor } = await leastByHighs(pointsProgram(model, given, cuts.slice(0, 10)), {
    iterations: 1500,
  });
  return Math.max(floor, ...cuts.map((c) => c.least));
}

/* For any review small enough to try every programme of: the floor is never above the points of the best. */
describe('a floor by half-days is never above what the best of all programmes pays', () => {
  const most = long ? 6000 : 40;
  const small = upTo(long ? 300 : 120).filter((n) => choicesIn(generateTiny(n)) <= most);
  it.each(small)('small review %i', async (n) => {
    const review = generateTiny(n);
    const { cost } = exhaustive(review);
    expect(await floorFor(review, cost)).toBeLessThanOrEqual(cost[5] + 1e-3);
  });
});

const weeks: readonly (readonly [string, Review])[] = [
  ['county', reviewFixture('county')],
  ['S over 3', generateReview({ size: 'S', tightness: 'over', seed: 3 })],
  ...(long
    ? ([
        ['small-council', reviewFixture('small-council')],
        ['S loose 1', generateReview({ size: 'S', tightness: 'loose', seed: 1 })],
        ['M tight 2', generateReview({ size: 'M', tightness: 'tight', seed: 2 })],
        ['M over 1', generateReview({ size: 'M', tightness: 'over', seed: 1 })],
      ] as const)
    : []),
];

/* For any week and anything that a search finds: the floor for what it costs in the tiers before is not above its points. */
describe('nor above what a search finds', () => {
  it.each(weeks)(
    'in %s',
    async (_, review) => {
      for (const seed of long ? [1, 2] : [1]) {
        const { cost } = await solve(review, { seed, effort: 'quick', explain: false });
        expect(await floorFor(review, cost)).toBeLessThanOrEqual(cost[5] + 1e-3);
      }
    },
    120_000,
  );
});

/** What the checker says that a programme pays for times, places and breaks in common. */
function paidForTimes(review: Review, programme: Programme): number {
  return check(review, programme).reduce((sum, finding) => {
    const part = ruleOf(finding.rule)?.parts.find((p) => p.name === finding.part);
    if (finding.kind !== 'want' || !part || part.tier !== undefined) return sum;
    const ofTime = part.shape === 'placed' && !part.looksAt.some((a) => a === 'peer' || a === 'peers');
    const ofBreaks = part.shape === 'whole' && part.pauses !== undefined;
    return ofTime || ofBreaks ? sum + finding.points : sum;
  }, 0);
}

/** What the sessions of a programme are worth, by who takes them. */
function worthOf(model: Model, programme: Programme, { of }: Worths): number {
  return programme.placements.reduce((sum, { session, peers }) => {
    const item = model.items.find((i) => i.session.id === session)!;
    const mask = peers.reduce((m, id) => m | (1 << model.review.peers.findIndex((p) => p.id === id)), 0);
    return sum + of[item.index]![item.teamByMask.get(mask)!]!;
  }, 0);
}

/*
 * For any worths and any programme: what its sessions are worth by who takes them, less what it pays for times, places
 * and breaks in common, and for those single-handed and beyond the columns, is no more than the half-days say in all.
 */
describe('what half-days bring at the most, at any worths, holds of every programme', () => {
  it.each(weeks)(
    '%s',
    async (_, review) => {
      const found: { programme: Programme; cost: Cost }[] = [];
      for (const seed of long ? [3, 4, 5] : [3])
        found.push(await solve(review, { seed, effort: 'quick', explain: false }));
      const { model } = compile(review);
      const halfDays = halfDaysOf(weekOf(model));
      fc.assert(
        fc.property(
          fc.array(fc.integer({ min: -3, max: 9 }), { minLength: 40, maxLength: 40 }),
          fc.array(fc.integer({ min: -6, max: 6 }), { minLength: 25, maxLength: 25 }),
          fc.constantFrom(0, 0.5, 1),
          fc.integer({ min: 0, max: 20 }),
          fc.integer({ min: 0, max: 20 }),
          (bySession, byTeam, points, single, beyond) => {
            const of = model.items.map((item, i) =>
              Float64Array.from(
                item.teams,
                (_team, t) => bySession[i % 40]! + byTeam[(3 * i + 7 * t) % 25]! / 4,
              ),
            );
            const worths = { of, points, single, beyond };
            const most = halfDays.reduce((sum, half) => sum + half.best(worths).gain, 0);
            for (const { programme, cost } of found) {
              const less = points * paidForTimes(review, programme) + single * cost[2] + beyond * cost[3];
              expect(worthOf(model, programme, worths) - less).toBeLessThanOrEqual(most + 1e-6);
            }
          },
        ),
        { numRuns: long ? 100 : 4, seed: 7 },
      );
    },
    120_000,
  );
});

describe('how high it gets', () => {
  // By who takes what alone it is 8.
  it('comes to all there is to pay in a small council', async () => {
    expect(stated(await floorFor(reviewFixture('small-council'), [0, 0, 0, 0, 0, 99]), 99)).toBe(9);
  });

  it('is the same for the same budget', () => {
    const { model } = compile(generateReview({ size: 'S', tightness: 'tight', seed: 1 }));
    const given: Given = [0, 0, 0, 0, 0];
    const ask = () => cutsOf(model, given, countedIn(model), [], { steps: 12, looks: Infinity, late: never });
    expect(ask()).toEqual(ask());
  });

  it('takes no further step once it has looked at as much as it may, and what it has said by then is the same', () => {
    const { model } = compile(generateReview({ size: 'S', tightness: 'tight', seed: 1 }));
    const ask = (looks: number) =>
      cutsOf(model, [0, 0, 0, 0, 0], countedIn(model), [], { steps: 12, looks, late: never });
    expect(ask(-1)).toEqual([]);
    const [first] = ask(0);
    expect(ask(0)).toEqual([first]);
    expect(ask(Infinity)).toContainEqual(first);
  });
});

describe('the step of which all is a multiple that times cost', () => {
  it('is the largest that there is', () => {
    expect(stepOf([0, 2, 4, 10])).toBe(2);
    expect(stepOf([6, 4.5])).toBe(1.5);
    expect(stepOf([2, 2 / 3])).toBe(undefined);
    expect(stepOf([0.1, 1])).toBe(undefined);
    expect(stepOf([0, 0])).toBe(undefined);
  });
});

/* For any spans: a pause is minutes in which none runs, with one that ended before them and one that starts after. */
describe('a break in common', () => {
  const spans = fc.array(
    fc
      .tuple(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 1, max: 8 }))
      .map(([from, length]) => ({ from, to: from + length })),
    { maxLength: 5 },
  );
  it('is there just where minute by minute one is seen', () => {
    fc.assert(
      fc.property(spans, fc.integer({ min: 1, max: 4 }), (list, minutes) => {
        const seen = upTo(30).some(
          (at) =>
            list.some((s) => s.to <= at) &&
            list.some((s) => s.from >= at + minutes) &&
            list.every((s) => s.to <= at || s.from >= at + minutes),
        );
        expect(hasPause(list, minutes)).toBe(seen);
      }),
      { numRuns: 400, seed: 1 },
    );
  });

  it('is not missed where all run at one moment', () => {
    fc.assert(
      fc.property(spans, (list) => {
        const one = upTo(30).some((at) => list.every((s) => s.from <= at && at < s.to));
        expect(atOneMoment(list)).toBe(one);
      }),
      { numRuns: 200, seed: 2 },
    );
  });
});
