import type { Slot } from '../model/model.ts';
import { fill } from './insert.ts';
import { conforms, covers } from './patterns.ts';
import type { Workings } from './workings.ts';

/** Builds on an empty state: cut every window, fill it, then take what fits anywhere. */
export function construct(workings: Workings, hurried?: () => boolean): void {
  const { model, patterns, random } = workings;
  const cuts = model.review.frame.windows.map((window) => ({
    window,
    pattern: patterns.draw(window, random),
  }));
  const inPattern = (slot: Slot) =>
    cuts.some(({ window, pattern }) => covers(window, slot) && conforms(pattern, slot));
  fill(workings, inPattern, hurried);
}
