import { describe, expect, it } from 'vitest';
import { compile } from '../../solver/model/compile.ts';
import { legsOf } from '../../solver/proof/points/legs.ts';
import { roundsOf } from '../../solver/proof/points/rounds.ts';
import { staysOf, stretchesOf } from '../../solver/proof/points/stretches.ts';
import { solve } from '../../solver/solve.ts';
import { heldBy, heldIn } from '../../src/programme/programme.ts';
import { reviewFixture } from '../support/fixtures.ts';

// The county's week: two sessions at the coast, an hour out, and two at the police, 25 minutes out.
const review = reviewFixture('county');
const { model } = compile(review);
const calls = model.parts.wholeWants.find(({ part }) => part.name === 'journeys')!.part.calls!;
const within = staysOf(model, stretchesOf(model))
  .flat()
  .map((stay, variable) => ({ stay, variable }));
const legs = legsOf(model, [0, 0, 0, 0, 0], within, calls);

describe('where peers are called to on a leg, and the rounds that they can make of it', () => {
  it('a half-day is a leg: lunch and the team’s meetings are at the base', () => {
    const callers = (leg: string) => legs.get(leg)?.map((c) => [c.stay.item.session.id, c.key, c.heads]);
    expect([...legs.keys()].sort()).toEqual(['1 4', '2 1', '2 2', '3 1', '3 2', '4 1']);
    expect(callers('1 4')).toEqual([
      ['police-commander', 'police-headquarters', 2],
      ['youth-services', 'coastal-office', 2],
      ['school-governors', 'coastal-office', 2],
    ]);
    expect(callers('3 1')).toEqual([['youth-services', 'coastal-office', 2]]);
  });

  it('whoever goes to both takes no more than one session at each', () => {
    const rounds = (leg: string) => roundsOf(model, legs.get(leg)!).map((r) => [r.keys.join(), r.most]);
    expect(rounds('2 2')).toEqual([
      ['police-headquarters', 2],
      ['police-headquarters,coastal-office', 2],
      ['coastal-office', 2],
    ]);
    expect(rounds('4 1')).toEqual([['police-headquarters', 1]]);
  });

  it.each([1, 2, 3])('every round that a programme makes is one of them, seed %i', async (seed) => {
    const { programme } = await solve(review, { seed, effort: 'quick' });
    const made = review.peers.flatMap((peer) => {
      const byLeg = new Map<string, string[]>();
      for (const held of heldBy(review, heldIn(review, programme), peer.id)) {
        const call = calls.of(review, held);
        if (call) byLeg.set(call.leg, [...(byLeg.get(call.leg) ?? []), call.key]);
      }
      return [...byLeg];
    });
    expect(made.length).toBeGreaterThanOrEqual(4);
    for (const [leg, taken] of made) {
      const keys = new Set(taken);
      const round = roundsOf(model, legs.get(leg)!).find(
        (r) => r.keys.length === keys.size && r.keys.every((k) => keys.has(k)),
      );
      expect(round?.most).toBeGreaterThanOrEqual(taken.length);
    }
  });
});
