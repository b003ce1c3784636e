import type { Item, Slot } from '../model/model.ts';
import type { Choice } from '../search/choice.ts';
import type { State } from '../search/state.ts';
import { isOffered, type Stand } from './stands.ts';

/**
 * The places and pairs that are free for an item at a slot as things stand: the place and the pair that it has in the
 * kept programme first, then the cheapest.
 */
export function* choicesAt(
  state: State,
  item: Item,
  slot: Slot,
  stand: Stand | undefined,
): Generator<Choice> {
  const places = ordered(slot.places, stand?.choice.place, (p) => item.places[p]!.price.points);
  for (const place of places) {
    if (!state.fitsPlace(item, slot, place)) continue;
    const free = state.peersFree(item, slot, place);
    const own = stand && item.teams[stand.choice.team]!;
    if (own && (own.mask & ~free) === 0) {
      const choice = { slot: slot.index, place, team: own.index };
      if (isOffered(item, choice)) yield choice;
    }
    // Teams are in order of price already.
    for (const team of item.teams) {
      if (team === own || team.mask & ~free) continue;
      const choice = { slot: slot.index, place, team: team.index };
      if (isOffered(item, choice)) yield choice;
    }
  }
}

function ordered(
  list: readonly number[],
  first: number | undefined,
  price: (one: number) => number,
): readonly number[] {
  if (list.length < 2) return list;
  return [...list].sort((a, b) => Number(b === first) - Number(a === first) || price(a) - price(b) || a - b);
}
