import type { Item } from '../model/model.ts';
import type { Choice } from '../search/choice.ts';
import type { Journal } from '../search/journal.ts';
import type { State } from '../search/state.ts';
import type { Stands } from './stands.ts';

/**
 * Puts what stands where it stands: what is pinned altogether whatever rules say of it, then what is locked in time,
 * even where two locks clash, then all that no must refuses beside what is there already. Gives, by item, what is not
 * to be given anything else.
 */
export function putWhatStands(state: State, stands: Stands): Uint8Array {
  const { items } = state.model;
  const fast = new Uint8Array(items.length);
  const put = (item: Item): void => {
    state.put(item, stands.of[item.index]!.choice);
    fast[item.index] = 1;
  };
  for (const item of items) {
    const pinned = stands.of[item.index]?.pinned;
    if (pinned?.time && pinned.place && pinned.peers) put(item);
  }
  for (const item of items) {
    const stand = stands.of[item.index];
    if (!stand?.pinned.time || stand.at.length === 0 || fast[item.index] === 1) continue;
    if (!state.fitsTime(item, item.slots[stand.choice.slot]!)) put(item);
  }
  state.settle();
  // Locks on part of it come before what is not locked at all.
  const locked = (item: Item): boolean => Object.values(stands.of[item.index]!.pinned).includes(true);
  const rest = items.filter((item) => stands.of[item.index]?.whole && fast[item.index] === 0);
  for (const item of [...rest.filter(locked), ...rest.filter((item) => !locked(item))]) {
    const { choice, pinned } = stands.of[item.index]!;
    if (pinned.place && pinned.peers) fast[item.index] = 1;
    if (!isFree(state, item, choice)) continue;
    const broken = state.broken;
    state.put(item, choice);
    const settled = state.settle();
    if (state.broken <= broken) continue;
    state.lift(item);
    state.unsettle(settled);
  }
  return fast;
}

/** Whether the session's people, its place and its peers are free then, and no must on two placements refuses it. */
export function isFree(state: State, item: Item, choice: Choice): boolean {
  const slot = item.slots[choice.slot]!;
  if (!state.fitsTime(item, slot) || !state.fitsPlace(item, slot, choice.place)) return false;
  const team = item.teams[choice.team]!.mask;
  return (team & ~state.peersFree(item, slot, choice.place)) === 0 && state.allowsFully(item, choice);
}

/** Puts a session through a journal where it is free and breaks no must that is not broken already. */
export function putIfAllowed(state: State, journal: Journal, item: Item, choice: Choice): boolean {
  if (!isFree(state, item, choice)) return false;
  const broken = state.broken;
  const mark = journal.mark();
  journal.put(item, choice);
  journal.settle();
  if (state.broken <= broken) return true;
  journal.undoTo(mark);
  return false;
}
