import { type Cost, compareCosts } from '../../../src/programme/programme.ts';
import type { Item, Slot } from '../../model/model.ts';
import type { Choice } from '../../search/choice.ts';
import type { State } from '../../search/state.ts';
import type { OpenWeek } from './week.ts';

/** A choice that nothing in the engine refuses, and what the programme costs with it. */
export interface Tried {
  readonly choice: Choice;
  readonly cost: Cost;
}

/** As many rooms and pairs together as are all tried; beyond it, the best pairs in one room and then the rooms for those. */
const TRY_ALL = 36;
const BEST_PAIRS = 3;

/** Whether a choice is offered to the session, and not only where it stands against the rules. */
const isOffered = ({ standing }: Item, choice: Choice): boolean =>
  !standing ||
  !(
    (standing.added.place && choice.place === standing.place) ||
    (standing.added.team && choice.team === standing.team)
  );

/** The rooms of a slot that are free, the one that the session has first, then the cheapest. */
export function placesFree(state: State, item: Item, slot: Slot): readonly number[] {
  const own = item.standing?.place ?? -1;
  return [...slot.places]
    .filter((place) => state.fitsPlace(item, slot, place))
    .sort(
      (a, b) =>
        Number(b === own) - Number(a === own) ||
        item.places[a]!.price.points - item.places[b]!.price.points ||
        a - b,
    );
}

/** The pairs that are free for a slot at a place, the one that the session has first, then the cheapest. */
function* teamsFree(state: State, item: Item, slot: Slot, place: number): Generator<Choice> {
  const free = state.peersFree(item, slot, place);
  const own = item.standing?.team;
  const at = (team: number): Choice => ({ slot: slot.index, place, team });
  const open = (team: number): boolean =>
    (item.teams[team]!.mask & ~free) === 0 && isOffered(item, at(team)) && state.allowsFully(item, at(team));
  if (own !== undefined && open(own)) yield at(own);
  for (const { index } of item.teams) if (index !== own && open(index)) yield at(index);
}

/** Rooms and pairs that are free at a slot, those that the session has first. Nothing is put; the whole is not asked. */
export function* freeAt(state: State, item: Item, slot: Slot): Generator<Choice> {
  if (!state.fitsTime(item, slot)) return;
  for (const place of placesFree(state, item, slot)) yield* teamsFree(state, item, slot, place);
}

/** What the programme costs with a session put so; undefined where more musts are then broken than `most`. */
export function costWith(state: State, item: Item, choice: Choice, most: number): Cost | undefined {
  state.put(item, choice);
  const settled = state.settle();
  const cost = state.broken <= most ? state.cost() : undefined;
  state.lift(item);
  state.unsettle(settled);
  return cost;
}

/**
 * The rooms and pairs for a session at one time, best first. All of them are tried where they are few; else every pair
 * in the first room, and then the best of those in every other room. A pair of fewer peers is tried only where no
 * fuller one can be had.
 */
export function bestAt(
  { state }: OpenWeek,
  item: Item,
  slots: readonly Slot[],
  most: number,
): readonly Tried[] {
  const tried: Tried[] = [];
  let fewest = Number.POSITIVE_INFINITY;
  const consider = (choice: Choice): void => {
    const { singles } = item.teams[choice.team]!.price;
    if (singles > fewest) return;
    const cost = costWith(state, item, choice, most);
    if (!cost) return;
    fewest = Math.min(fewest, singles);
    tried.push({ choice, cost });
  };
  for (const slot of slots) {
    if (!state.fitsTime(item, slot)) continue;
    const rooms = placesFree(state, item, slot).map((place) => [...teamsFree(state, item, slot, place)]);
    const all = rooms.flat();
    if (all.length <= TRY_ALL) {
      for (const choice of all) consider(choice);
      continue;
    }
    for (const choice of rooms[0]!) consider(choice);
    const pairs = new Set(
      tried
        .filter((t) => t.choice.slot === slot.index)
        .sort(cheapest)
        .slice(0, BEST_PAIRS)
        .map((t) => t.choice.team),
    );
    for (const room of rooms.slice(1))
      for (const choice of room) if (pairs.size === 0 || pairs.has(choice.team)) consider(choice);
  }
  return tried.sort(cheapest);
}

/** The cheapest first; those equal in the order in which they were tried. */
export const cheapest = (a: Tried, b: Tried): number => compareCosts(a.cost, b.cost);
