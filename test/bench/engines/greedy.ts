import type { Item, Model } from '../../../solver/model/model.ts';
import { type Random, randomFrom } from '../../../solver/random.ts';
import { State } from '../../../solver/search/state.ts';
import { type Cost, compareCosts } from '../../../src/programme/programme.ts';
import { putCheapest } from '../read-back.ts';
import type { Answer, Rival } from './rival.ts';

/** Orders that are tried at most. */
const ORDERS = 100;

/**
 * What a careful person does with a pencil, a hundred times over: hardest sessions first, each where it costs least with
 * what stands already, nothing ever moved again. The first order is plain, the others are shaken by chance.
 */
export const greedy: Rival = {
  name: 'greedy',
  how: 'hardest session first (musts, then fewest places to go), each where the programme is then cheapest, nothing moved again; the best of a hundred shaken orders',
  solve(model, milliseconds, better) {
    const began = performance.now();
    const random = randomFrom(1);
    let best: Cost | undefined;
    let orders = 0;
    while (orders < ORDERS && performance.now() - began < milliseconds) {
      const state = new State(model);
      for (const item of order(model, random, orders++ === 0 ? 0 : 1)) putCheapest(state, item, item.slots);
      if (best && compareCosts(state.cost(), best) >= 0) continue;
      best = state.cost();
      better(state.at as Answer);
    }
    return `${orders} orders`;
  },
};

const rank = { must: 0, should: 1, could: 2 } as const;

/** Musts first; then those with the fewest times, places and pairs between them, give or take a factor. */
function order(model: Model, random: Random, shake: number): readonly Item[] {
  const key = new Map(
    model.items.map((item) => {
      const choices = item.slots.length * item.places.length * item.teams.length;
      const ease = Math.log(choices + 1) - item.session.minutes / 60;
      return [item, rank[item.session.priority] * 100 + ease + shake * 3 * random.next()];
    }),
  );
  return [...model.items].sort((a, b) => key.get(a)! - key.get(b)! || a.index - b.index);
}
