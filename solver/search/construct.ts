import type { Slot } from '../model/model.ts';
import { fill, putIfFree } from './insert.ts';
import { conforms, covers } from './patterns.ts';
import type { Workings } from './workings.ts';

/** Builds on an empty state: cut every window, fill it, then take what fits anywhere. */
export function construct(workings: Workings, keeping: boolean): void {
  const { model, patterns, random } = workings;
  const cuts = model.review.frame.windows.map((window) => ({
    window,
    pattern: patterns.draw(window, random),
  }));
  const inPattern = (slot: Slot) =>
    cuts.some(({ window, pattern }) => covers(window, slot) && conforms(pattern, slot));
  if (keeping) insertKept(workings);
  fill(workings, inPattern);
}

/** Everything of the programme to keep that is still allowed goes in first, as it stands. */
function insertKept(workings: Workings): void {
  const { model, state, journal } = workings;
  for (const item of model.items) {
    const { kept } = item;
    if (!kept || kept.slot < 0 || kept.place < 0 || kept.team < 0) continue;
    const slot = item.slots[kept.slot]!;
    if (!slot.places.includes(kept.place) || !state.fitsTime(item, slot)) continue;
    const mark = journal.mark();
    if (!putIfFree(workings, item, kept)) continue;
    journal.settle();
    if (state.broken > 0) journal.undoTo(mark);
  }
}
