import type { Item } from '../../model/model.ts';
import type { Workings } from '../workings.ts';

/** A session drawn by chance; undefined where the one that was drawn has no slot. */
export function anySession({ model, random, resting }: Workings): Item | undefined {
  const item = model.items[random.below(model.items.length)];
  return item && item.slots.length > 0 && resting[item.index] === 0 ? item : undefined;
}

/** A session drawn by chance; undefined where the one that was drawn is not placed. */
export function anyPlaced({ model, state, random }: Workings): Item | undefined {
  const item = model.items[random.below(model.items.length)];
  return item && state.at[item.index] ? item : undefined;
}
