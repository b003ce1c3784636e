import type { Item } from '../../model/model.ts';
import type { Workings } from '../workings.ts';

/** A session drawn by chance of those that are placed; undefined where the one that was drawn is not. */
export function anyPlaced({ state, random }: Workings, among: readonly Item[]): Item | undefined {
  const item = among[random.below(among.length)];
  return item && state.at[item.index] ? item : undefined;
}

/** A session drawn by chance, placed or not; undefined where the one that was drawn is not to be placed now. */
export function anySession({ random, resting }: Workings, among: readonly Item[]): Item | undefined {
  const item = among[random.below(among.length)];
  return item && resting[item.index] === 0 ? item : undefined;
}
