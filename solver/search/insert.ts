import type { Item, Slot } from '../model/model.ts';
import type { Choice } from './choice.ts';
import { choose } from './choose.ts';
import { hardestFirst, leftOut } from './order.ts';
import type { Workings } from './workings.ts';

export const anywhere = (): boolean => true;

/**
 * Puts a session in the best slot that there is for it now, by its own prices; false where there is none. `onlyClean`
 * refuses one that is paid for in tiers 3 and 4.
 */
export function insert(
  workings: Workings,
  item: Item,
  within: (slot: Slot) => boolean,
  onlyClean = false,
): boolean {
  const { state, journal, random } = workings;
  const broken = state.broken;
  const open: { slot: Slot; score: number }[] = [];
  for (const slot of item.slots) {
    if (!within(slot) || !state.fitsTime(item, slot)) continue;
    const crowded = state.isCrowded(item, slot) ? 1 : 0;
    if (onlyClean && crowded + slot.price.beyond > 0) continue;
    open.push({
      slot,
      score: slot.price.points + (slot.price.beyond + crowded) * 100 + random.next() * 3,
    });
  }
  open.sort((a, b) => a.score - b.score);
  // One that needs no stream beyond the usual is taken at once; else the first that nothing refuses.
  let second: Choice | undefined;
  const dear = state.beyond + state.singles;
  for (const { slot, score } of open.slice(0, 12)) {
    const choice = choose(workings, item, slot, true);
    if (!choice) continue;
    const mark = journal.mark();
    journal.put(item, choice);
    journal.settle();
    if (state.broken <= broken) {
      if (state.beyond + state.singles <= dear) return true;
      second ??= choice;
    }
    journal.undoTo(mark);
    // Those that are left are crowded too.
    if (second && score >= 100) break;
  }
  if (!second || onlyClean) return false;
  journal.put(item, second);
  journal.settle();
  return true;
}

/** Puts in what fits of all that is left out, hardest first: within, where a session has slots to spare, or anywhere. */
export function fill(
  workings: Workings,
  within: (slot: Slot) => boolean,
  hurried: () => boolean = () => false,
): void {
  for (const item of hardestFirst(workings, leftOut(workings))) {
    if (hurried()) return;
    if (item.slots.length <= 2 || !insert(workings, item, within)) insert(workings, item, anywhere);
  }
}

/** Puts a session as chosen, at a time that fits, where the place and the peers are free and no must refuses it. */
export function putIfFree({ state, journal }: Workings, item: Item, choice: Choice): boolean {
  const slot = item.slots[choice.slot]!;
  if (!state.fitsPlace(item, slot, choice.place)) return false;
  if (item.teams[choice.team]!.mask & ~state.peersFree(item, slot, choice.place)) return false;
  if (!state.allowsFully(item, choice)) return false;
  journal.put(item, choice);
  return true;
}
