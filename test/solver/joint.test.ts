import { describe, expect, it } from 'vitest';
import { generateReview } from '../../fixtures/generate.ts';
import { run } from '../../solver/anneal.ts';
import { leastByHighs } from '../../solver/host/highs.ts';
import { compile } from '../../solver/model/compile.ts';
import type { Item } from '../../solver/model/model.ts';
import { type JointModel, jointModel } from '../../solver/proof/joint/joint.ts';
import { POINT } from '../../solver/proof/joint/point.ts';
import type { Program } from '../../solver/proof/points/program.ts';
import { type Plan, Search } from '../../solver/search/search.ts';
import { reviewFixture } from '../support/fixtures.ts';

/** A programme that the search finds in a moment. */
function found(review: Parameters<typeof compile>[0]) {
  const { model } = compile(review);
  const engine = new Search(model, 1);
  const until = performance.now() + 500;
  run(engine, model, () => performance.now() > until);
  return { model, ...engine.best };
}

/** The model with what a plan decides decided: times, places and who takes what. */
function decided({ model, tiers }: JointModel, items: readonly Item[], plan: Plan, tier: number): Program {
  const looked = new Set<number>();
  const chosen = new Set<number>();
  const index = new Map(model.variables.map((name, v) => [name, v]));
  plan.forEach((choice, i) => {
    const item = items[i]!;
    const { id } = item.session;
    for (const slot of item.slots) {
      const name = `${id}_at_${slot.day}_${slot.start % 1440}`;
      looked.add(index.get(name)!);
      if (choice?.slot === slot.index) chosen.add(index.get(name)!);
      if (slot.places.length > 1)
        for (const place of slot.places) {
          const there = index.get(`${name}_in_${place}`)!;
          looked.add(there);
          if (choice?.slot === slot.index && choice.place === place) chosen.add(there);
        }
    }
    for (const team of item.teams) {
      const by = index.get(`${id}_by_${team.ids.join('_')}`)!;
      looked.add(by);
      if (choice?.team === team.index) chosen.add(by);
    }
  });
  const cost = model.variables.map(() => 0);
  for (const [c, v] of tiers[tier]!) cost[v]! += c;
  const infinite = Number.POSITIVE_INFINITY;
  return {
    cost,
    most: model.variables.map((_, v) => (looked.has(v) && !chosen.has(v) ? 0 : 1)),
    whole: model.variables.map(() => true),
    offset: 0,
    rows: [
      ...model.conditions.map(({ terms, sense, rhs }) => {
        const sum = new Map<number, number>();
        for (const [c, v] of terms) sum.set(v, (sum.get(v) ?? 0) + c);
        return {
          least: sense === '<=' ? -infinite : rhs,
          sum: [...sum].map(([v, c]) => [c, v] as const),
          most: sense === '>=' ? infinite : rhs,
        };
      }),
      ...[...chosen].map((v) => ({ least: 1, sum: [[1, v] as const], most: 1 })),
    ],
  };
}

describe('the joint model', () => {
  // A programme that the checker accepts satisfies every condition; tiers 1 to 5 cost what they cost, points no more.
  it.each([
    ['small-council', reviewFixture('small-council')],
    ['three-streams', reviewFixture('three-streams')],
    ['S over', generateReview({ size: 'S', tightness: 'over', seed: 2 })],
  ])(
    'holds what the search finds, at its cost: %s',
    async (_name, review) => {
      const { model, plan, cost } = found(review);
      const joint = jointModel(model);
      const figures: number[] = [];
      for (let tier = 0; tier < 6; tier++) {
        const answer = await leastByHighs(decided(joint, model.items, plan, tier), { iterations: 20_000 });
        expect(answer.status).toBe('best');
        figures.push(Math.max(0, Math.round(answer.floor * 1000) / 1000));
      }
      expect(figures.slice(0, 5)).toEqual(cost.slice(0, 5));
      expect(figures[5]! / POINT).toBeLessThanOrEqual(cost[5] + 1e-3);
    },
    120_000,
  );

  it('gives back the programme that a solution stands for', () => {
    const { model, plan } = found(reviewFixture('small-council'));
    const joint = jointModel(model);
    const on = new Set<string>();
    plan.forEach((choice, i) => {
      const item = model.items[i]!;
      if (!choice) return;
      const slot = item.slots[choice.slot]!;
      const name = `${item.session.id}_at_${slot.day}_${slot.start % 1440}`;
      on.add(name).add(`${name}_in_${choice.place}`);
      on.add(`${item.session.id}_by_${item.teams[choice.team]!.ids.join('_')}`);
    });
    expect(joint.planOf((v) => on.has(joint.model.variables[v]!))).toEqual(
      plan.map((c) => c && { slot: c.slot, place: c.place, team: c.team }),
    );
  });

  it('says what it forgets, and nothing else', () => {
    expect(jointModel(compile(reviewFixture('small-council')).model).leftOut).toEqual([
      'travel/peer-events',
      'sponsor-debrief/apart',
      'travel/peers',
      'travel/contacts',
      'travel/lunch',
      'access/journey-between',
      'lunch-and-breaks/rule',
      'lunch-and-breaks/contacts',
      'lunch-and-breaks/lunch-between',
      'evening-limit/day',
      'lunch-and-breaks/breaks-sooner',
      'lunch-and-breaks/common-break',
      'down-time/rule',
      'travel/journeys',
      'travel/journey-minutes',
      'room-close/rule',
      'third-stream-seldom/as-needed',
    ]);
  });
});
