import type { Item, Slot } from '../../model/model.ts';
import { choose } from '../choose.ts';
import { anywhere, insert } from '../insert.ts';
import { hardestFirst, leftOut } from '../order.ts';
import type { Workings } from '../workings.ts';

/** Forces in a session that is left out: whatever is in its way comes out and looks for another place. */
export function force(workings: Workings): boolean {
  const { model, state, journal, random, weight } = workings;
  const waiting = leftOut(workings);
  if (waiting.length === 0) return false;
  const item = waiting[random.below(waiting.length)]!;
  weight[item.index]! += 1;
  const { slot, blockers } = leastInTheWay(workings, item);
  const out = blockers.map((i) => model.items[i]!);
  for (const other of out) journal.lift(other);
  let choice = state.fitsTime(item, slot) ? choose(workings, item, slot, true) : undefined;
  if (!choice) {
    // The time is free but no pair or place is: those who hold them come out too.
    for (const i of [...state.placedOn(slot.day)]) {
      const other = state.slotOf(i)!;
      if (other.awayFrom >= slot.awayTo || slot.awayFrom >= other.awayTo) continue;
      const beside = model.items[i]!;
      journal.lift(beside);
      out.push(beside);
    }
    choice = state.fitsTime(item, slot) ? choose(workings, item, slot, true) : undefined;
    if (!choice) return false;
  }
  journal.put(item, choice);
  journal.settle();
  const homeless = [...out, ...leftOut(workings).filter((i) => !out.includes(i) && i !== item)];
  for (const other of hardestFirst(workings, homeless)) {
    if (!state.at[other.index]) insert(workings, other, anywhere);
  }
  return true;
}

/** Of a few slots drawn by chance, the one whose blockers weigh least, and those. */
function leastInTheWay(
  { state, random, weight }: Workings,
  item: Item,
): { readonly slot: Slot; readonly blockers: readonly number[] } {
  let chosen: { slot: Slot; blockers: readonly number[]; score: number } | undefined;
  for (let tries = 0; tries < 6; tries++) {
    const slot = item.slots[random.below(item.slots.length)]!;
    const blockers = state.blockersOf(item, slot);
    const score = blockers.reduce((sum, i) => sum + weight[i]!, 0) + random.next();
    if (!chosen || score < chosen.score) chosen = { slot, blockers, score };
  }
  return chosen!;
}
