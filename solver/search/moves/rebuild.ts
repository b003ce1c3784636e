import type { Slot } from '../../model/model.ts';
import { fill } from '../insert.ts';
import { conforms, covers } from '../patterns.ts';
import type { Workings } from '../workings.ts';
import { anyPlaced } from './any.ts';

/** Empties a window, cuts it another way, and fills it again from what came out and what is left out. */
export function rebuild(workings: Workings): boolean {
  const { model, state, journal, random, patterns } = workings;
  const { windows } = model.review.frame;
  const window = windows[random.below(windows.length)];
  if (!window) return false;
  const out = state.placedOn(window.day).filter((i) => covers(window, state.slotOf(i)!));
  for (const i of out) journal.lift(model.items[i]!);
  // A few from elsewhere come out too, so that what is in the window can change.
  for (let extra = random.below(4); extra > 0; extra--) {
    const item = anyPlaced(workings, workings.model.items);
    if (item) journal.lift(item);
  }
  journal.settle();
  const pattern = patterns.draw(window, random);
  fill(workings, (slot: Slot) => !covers(window, slot) || conforms(pattern, slot));
  return true;
}
