import type { Item, Slot } from '../../model/model.ts';
import type { OpenWeek } from './week.ts';

/** Sessions round a time that are thought of as giving way. */
const MOST_NEAR = 6;

/** Those in the way of a session at any of the slots, and those beside it, who may have its room or its peers. */
export function nearBy(week: OpenWeek, item: Item, slots: readonly Slot[]): readonly Item[] {
  const { state, model } = week;
  const near = new Set<number>();
  for (const slot of slots) for (const i of state.blockersOf(item, slot)) near.add(i);
  for (const slot of slots) {
    for (const i of state.placedOn(slot.day)) {
      const other = state.slotOf(i)!;
      if (other.awayFrom < slot.awayTo && slot.awayFrom < other.awayTo) near.add(i);
    }
  }
  return [...near]
    .map((i) => model.items[i]!)
    .filter((other) => week.isMovable(other))
    .slice(0, MOST_NEAR);
}

/** Where it stands first, for there only its peers or its room need change; then by price, then by time. */
export function slotsInOrder(item: Item): readonly Slot[] {
  const own = item.standing?.slot;
  return [...item.slots]
    .filter((slot) => !(item.standing?.added.slot && slot.index === own))
    .sort(
      (a, b) =>
        Number(b.index === own) - Number(a.index === own) ||
        a.price.beyond - b.price.beyond ||
        a.price.points - b.price.points ||
        a.index - b.index,
    );
}
