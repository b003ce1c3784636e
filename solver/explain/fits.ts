import type { Item, Model } from '../model/model.ts';
import { State } from '../search/state.ts';

export type Answer = 'yes' | 'no' | 'unknown';

/**
 * Whether these few sessions can all be held together, everything else forgotten: every time, place and pair is tried
 * before the answer is no. Gives up with `unknown` after `limit` steps.
 */
export function fits(model: Model, sessions: readonly number[], limit = 60_000): Answer {
  const state = new State(model);
  const order = sessions
    .map((i) => model.items[i]!)
    .sort((a, b) => a.slots.length * a.teams.length - b.slots.length * b.teams.length);
  let steps = 0;

  const place = (n: number): Answer => {
    const item = order[n];
    if (!item) return 'yes';
    let answer: Answer = 'no';
    for (const choice of choices(state, item)) {
      if (++steps > limit) return 'unknown';
      state.put(item, choice);
      const settled = state.settle();
      const below = state.broken > 0 ? 'no' : place(n + 1);
      state.lift(item);
      state.unsettle(settled);
      if (below === 'yes') return 'yes';
      if (below === 'unknown') answer = 'unknown';
    }
    return answer;
  };
  return place(0);
}

/** Everything a session could be given as things stand, smallest teams first: one peer is enough to hold it. */
function* choices(state: State, item: Item) {
  const teams = [...item.teams].sort((a, b) => a.members.length - b.members.length);
  for (const slot of item.slots) {
    if (!state.fitsTime(item, slot)) continue;
    for (const place of slot.places) {
      if (!state.fitsPlace(item, slot, place)) continue;
      const free = state.peersFree(item, slot, place);
      for (const team of teams) {
        if (team.mask & ~free) continue;
        const choice = { slot: slot.index, place, team: team.index };
        if (state.allowsFully(item, choice)) yield choice;
      }
    }
  }
}
