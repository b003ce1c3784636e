import type { Window } from '../../src/review/frame.ts';
import type { Item, Slot } from '../model/model.ts';
import { choose } from './choose.ts';
import { putIfFree } from './insert.ts';
import { covers } from './patterns.ts';
import type { Workings } from './workings.ts';

/** The sessions of a window that end together, at a swap point. */
export interface Block {
  /** When the first of them begins. Minutes, as all times. */
  readonly from: number;
  readonly to: number;
  readonly items: readonly Item[];
}

/** A window drawn by chance, cut into blocks as it stands, in time order. */
export function anyBlocks(workings: Workings): readonly Block[] {
  const { model, random } = workings;
  const { windows } = model.review.frame;
  const window = windows[random.below(windows.length)];
  return window ? blocksOf(workings, window) : [];
}

function blocksOf({ model, state }: Workings, window: Window): readonly Block[] {
  const byEnd = new Map<number, { from: number; to: number; items: Item[] }>();
  for (const i of state.placedOn(window.day)) {
    const slot = state.slotOf(i)!;
    if (!covers(window, slot)) continue;
    const item = model.items[i]!;
    const block = byEnd.get(slot.awayTo);
    if (block) {
      block.from = Math.min(block.from, slot.awayFrom);
      block.items.push(item);
    } else byEnd.set(slot.awayTo, { from: slot.awayFrom, to: slot.awayTo, items: [item] });
  }
  return [...byEnd.values()].sort((a, b) => a.to - b.to);
}

/** A block, and by how many minutes it is to go later, or earlier where they are fewer than none. */
export interface Push {
  readonly block: Block;
  readonly by: number;
}

/**
 * Puts every session of some blocks earlier or later: in its place and with its pair, where they can be had then, else
 * in another and with another. False where one can't be held then, the journal left for whoever takes it back.
 */
export function push(workings: Workings, pushes: readonly Push[]): boolean {
  const { state, journal } = workings;
  const moves = pushes.flatMap(({ block, by }) =>
    block.items.map((item) => ({ item, by, was: journal.lift(item) })),
  );
  for (const { item, by, was } of moves) {
    const slot = slotAt(item, item.slots[was.slot]!, by, was.place);
    if (!slot || !state.fitsTime(item, slot)) return false;
    if (slot.places.includes(was.place) && putIfFree(workings, item, { ...was, slot: slot.index })) continue;
    const other = choose(workings, item, slot, true, was.team);
    if (!other) return false;
    journal.put(item, other);
  }
  return true;
}

/** The slot of an item that lies so many minutes after another of its own; of several, one with the same place. */
function slotAt(item: Item, { start, awayTo }: Slot, by: number, place: number): Slot | undefined {
  const then = (item.slotsByEnd.get(awayTo + by) ?? [])
    .map((n) => item.slots[n]!)
    .filter((slot) => slot.start === start + by);
  return then.find((slot) => slot.places.includes(place)) ?? then[0];
}
