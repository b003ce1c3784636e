import type { Item, Model, Slot } from '../../solver/model/model.ts';
import type { Choice } from '../../solver/search/choice.ts';
import type { Plan } from '../../solver/search/search.ts';
import { State } from '../../solver/search/state.ts';
import { type Cost, compareCosts } from '../../src/programme/programme.ts';
import type { Answer } from './engines/rival.ts';

/** An engine's answer as a programme that breaks no must, and how much of it had to give way for that. */
export interface ReadBack {
  readonly plan: Plan;
  readonly cost: Cost;
  /** Sessions that could not stay where the engine put them: elsewhere now, or left out. */
  readonly moved: number;
  /** Sessions of the engine's answer that found nowhere to go. */
  readonly dropped: number;
}

/**
 * Reads an engine's answer back. What its model leaves out (travel between sites, breaks, perhaps rooms and pairs) is
 * mended in its favour: each session is put where the engine has it, with the place and the pair that it names or,
 * where it names none or a must refuses them, those that make the programme cheapest; what can't stay at its time then
 * goes wherever it costs least, and so does, at last, what the engine left out. Nothing else moves.
 */
export function readBack(model: Model, answer: Answer): ReadBack {
  const state = new State(model);
  const homeless: Item[] = [];
  const said = model.items.filter((item) => answer[item.index] !== undefined);
  // In time order, as the day would be lived.
  said.sort((a, b) => startOf(a, answer) - startOf(b, answer) || a.index - b.index);
  for (const item of said) {
    const { slot, place, team } = answer[item.index]!;
    const at = item.slots[slot]!;
    if (place !== undefined && team !== undefined && stands(state, item, at, place, team)) continue;
    if (!putCheapest(state, item, [at], { place, team })) homeless.push(item);
  }
  let dropped = 0;
  for (const item of homeless) if (!putCheapest(state, item, item.slots)) dropped++;
  for (const item of model.items) if (answer[item.index] === undefined) putCheapest(state, item, item.slots);
  return { plan: [...state.at], cost: state.cost(), moved: homeless.length, dropped };
}

const startOf = (item: Item, answer: Answer): number => item.slots[answer[item.index]!.slot]!.awayFrom;

function stands(state: State, item: Item, slot: Slot, place: number, team: number): boolean {
  const choice = { slot: slot.index, place, team };
  if (
    !state.fitsTime(item, slot) ||
    !state.fitsPlace(item, slot, place) ||
    item.teams[team]!.mask & ~state.peersFree(item, slot, place) ||
    !state.allowsFully(item, choice)
  )
    return false;
  state.put(item, choice);
  const settled = state.settle();
  if (state.broken === 0) return true;
  state.lift(item);
  state.unsettle(settled);
  return false;
}

/** Of the rooms and pairs that would do at a time, so many are tried: they are in order of price, and the rest differ little. */
const PLACES = 3;
const TEAMS = 8;

/**
 * Puts a session where the programme is cheapest with it, of all these slots; false where no must allows one, or it is
 * better left out. The place and the pair wished for are taken where they can be had.
 */
export function putCheapest(
  state: State,
  item: Item,
  slots: readonly Slot[],
  wish: { readonly place?: number | undefined; readonly team?: number | undefined } = {},
): boolean {
  let best: Choice | undefined;
  let least = state.cost();
  const attempt = (choice: Choice): void => {
    state.put(item, choice);
    const settled = state.settle();
    const cost = state.cost();
    if (state.broken === 0 && compareCosts(cost, least) < 0) {
      least = cost;
      best = choice;
    }
    state.lift(item);
    state.unsettle(settled);
  };
  for (const slot of slots) {
    if (!state.fitsTime(item, slot)) continue;
    for (const place of placesFor(state, item, slot, wish.place)) {
      const free = state.peersFree(item, slot, place);
      const choices = item.teams
        .filter((team) => (team.mask & ~free) === 0)
        .map((team) => ({ slot: slot.index, place, team: team.index }))
        .sort((a, b) => Number(b.team === wish.team) - Number(a.team === wish.team));
      let tried = 0;
      for (const choice of choices) {
        if (tried === TEAMS) break;
        if (!state.allowsFully(item, choice)) continue;
        tried++;
        attempt(choice);
        if (choice.team === wish.team && best === choice) break;
      }
    }
  }
  if (!best) return false;
  state.put(item, best);
  state.settle();
  return true;
}

/** The place wished for where it is free, else the first few that are. */
function placesFor(state: State, item: Item, slot: Slot, wish: number | undefined): readonly number[] {
  if (wish !== undefined && slot.places.includes(wish) && state.fitsPlace(item, slot, wish)) return [wish];
  const places: number[] = [];
  for (const place of slot.places) {
    if (places.length === PLACES) break;
    if (state.fitsPlace(item, slot, place)) places.push(place);
  }
  return places;
}
