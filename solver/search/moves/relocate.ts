import { choose } from '../choose.ts';
import type { Workings } from '../workings.ts';
import { anySession } from './any.ts';

/** Gives a session another time, with a place and a pair for it. */
export function relocate(workings: Workings): boolean {
  const { state, journal, random } = workings;
  const item = anySession(workings, workings.movable.times);
  if (!item) return false;
  const was = state.at[item.index];
  if (was) journal.lift(item);
  for (let tries = 0; tries < 12; tries++) {
    const slot = item.slots[random.below(item.slots.length)]!;
    if (slot.index === was?.slot || !state.fitsTime(item, slot)) continue;
    const choice = choose(workings, item, slot, random.next() < 0.7);
    if (!choice) continue;
    journal.put(item, choice);
    return true;
  }
  return false;
}
