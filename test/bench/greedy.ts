import type { Model } from '../../solver/model/model.ts';
import { State } from '../../solver/search/state.ts';
import type { Cost } from '../../src/programme/programme.ts';

/**
 * What a careful person does with a pencil: hardest sessions first (musts, then fewest times), each at the first time,
 * place and pair that nothing refuses, nothing ever moved again. The yardstick that any search has to beat.
 */
export function greedy(model: Model): Cost {
  const state = new State(model);
  const rank = { must: 0, should: 1, could: 2 };
  const order = [...model.items].sort(
    (a, b) =>
      rank[a.session.priority] - rank[b.session.priority] ||
      a.slots.length - b.slots.length ||
      a.index - b.index,
  );
  for (const item of order) place(state, item);
  return state.cost();
}

function place(state: State, item: Model['items'][number]): void {
  for (const slot of item.slots) {
    if (!state.fitsTime(item, slot)) continue;
    for (const where of slot.places) {
      if (!state.fitsPlace(item, slot, where)) continue;
      const free = state.peersFree(item, slot, where);
      for (const team of item.teams) {
        const choice = { slot: slot.index, place: where, team: team.index };
        if (team.mask & ~free || !state.allowsFully(item, choice)) continue;
        state.put(item, choice);
        const settled = state.settle();
        if (state.broken === 0) return;
        state.lift(item);
        state.unsettle(settled);
      }
    }
  }
}
