import type { Item } from '../../model/model.ts';
import { choose } from '../choose.ts';
import { anywhere, insert } from '../insert.ts';
import { leftOut } from '../order.ts';
import type { Workings } from '../workings.ts';

/** How many sessions a chain moves at most. */
const CHAIN = 5;

/**
 * A session that is left out, or held at a price in a higher tier, takes the time of another; that one looks for a
 * time that costs nothing, or takes the time of a third; and so on (an ejection chain; Glover 1996).
 */
export function chain(workings: Workings): boolean {
  const { model, state, journal, random } = workings;
  const dear = state.dearly();
  const wanted = [...leftOut(workings), ...dear.map((i) => model.items[i]!)];
  let item = wanted[random.below(wanted.length)];
  if (!item) return false;
  if (state.at[item.index]) journal.lift(item);
  journal.settle();
  const out = new Set<number>();
  for (let links = 0; links < CHAIN; links++) {
    if (insert(workings, item, anywhere, true)) return true;
    out.add(item.index);
    const ejected = eject(workings, item, out);
    if (!ejected) break;
    item = ejected;
  }
  insert(workings, item, anywhere);
  return true;
}

/** Gives an item the time of another that ends when it would; the other comes out. */
function eject(workings: Workings, item: Item, spared: ReadonlySet<number>): Item | undefined {
  const { model, state, journal, random } = workings;
  for (let tries = 0; tries < 12; tries++) {
    const slot = item.slots[random.below(item.slots.length)]!;
    const beside = state
      .placedOn(slot.day)
      .filter((i) => !spared.has(i) && state.slotOf(i)!.awayTo === slot.awayTo);
    if (beside.length === 0) continue;
    const other = model.items[beside[random.below(beside.length)]!]!;
    const mark = journal.mark();
    const team = other.teams[state.at[other.index]!.team]!.mask;
    journal.lift(other);
    const choice = state.fitsTime(item, slot)
      ? choose(workings, item, slot, true, item.teamByMask.get(team))
      : undefined;
    if (choice) {
      journal.put(item, choice);
      journal.settle();
      if (state.broken === 0) return other;
    }
    journal.undoTo(mark);
    // What was put back is as it was: nothing changed that the rules must be asked about.
    state.unsettle([]);
  }
  return undefined;
}
