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

/** Choices of one slot that are ranked. */
const OF_A_SLOT = 12;

/**
 * The choices that an item has now, at its kept time first, then with its kept place, its kept pair, and the cheapest;
 * `chance` is added to each price, in points.
 */
export function rankedChoices(
  state: State,
  item: Item,
  stand: Stand | undefined,
  chance: () => number,
): readonly Choice[] {
  const at = new Set(stand?.at);
  const ranked: { readonly choice: Choice; readonly rank: number }[] = [];
  for (const slot of item.slots) {
    if (slot.index === item.standing?.slot && !at.has(slot.index)) continue;
    if (!state.fitsTime(item, slot)) continue;
    let some = 0;
    for (const choice of choicesAt(state, item, slot, stand)) {
      if (++some > OF_A_SLOT) break;
      const { place, team } = choice;
      let rank = at.has(slot.index) ? -1e9 : 0;
      if (stand && place !== stand.choice.place) rank += 1e6;
      if (stand && team !== stand.choice.team) rank += 1e4;
      for (const { singles, beyond, points } of [
        slot.price,
        item.places[place]!.price,
        item.teams[team]!.price,
      ])
        rank += singles * 2000 + beyond * 500 + points;
      ranked.push({ choice, rank: rank + chance() });
    }
  }
  return ranked.sort((a, b) => a.rank - b.rank).map(({ choice }) => choice);
}

function ordered(
  list: readonly number[],
  first: number | undefined,
  price: (one: number) => number,
): readonly number[] {
  if (list.length < 2) return list;
  return [...list].sort((a, b) => Number(b === first) - Number(a === first) || price(a) - price(b) || a - b);
}
