import type { Model } from '../../model/model.ts';
import type { Choice } from '../../search/choice.ts';
import type { Plan } from '../../search/search.ts';
import { State } from '../../search/state.ts';
import type { Column, Limit } from './ascent.ts';
import type { Seat } from './week.ts';

/** Choices that are tried before the answer is that it is not known. */
const MOST_TRIED = 4000;

export type Realised = Plan | Limit | undefined;

/**
 * Rooms and peers for the seats of a relaxed programme, every must kept: the plan; or, where some stretch can't be
 * held as it stands, the fewest of its seats that can't; undefined where neither was found in the time. `free`: any number may be
 * single-handed.
 */
export function realise(model: Model, columns: readonly Column[], free: boolean): Realised {
  const state = new State(model);
  for (const column of columns) {
    const answer = seat(state, column.seats, free ? Number.POSITIVE_INFINITY : column.singles);
    if (answer === 'no') {
      const few = fewest(model, column.seats);
      return few ? { seats: new Set(few.map((s) => s.index)), most: few.length - 1 } : undefined;
    }
    if (answer === 'unknown') return undefined;
  }
  return [...state.at];
}

/** Seats all of them in the state, at most so many single-handed; the state is left with them if it can be done. */
function seat(state: State, seats: readonly Seat[], singles: number): 'yes' | 'no' | 'unknown' {
  const order = [...seats].sort((a, b) => a.from - b.from || a.item.teams.length - b.item.teams.length);
  let tried = 0;
  const next = (n: number): 'yes' | 'no' | 'unknown' => {
    const one = order[n];
    if (!one) return 'yes';
    let answer: 'no' | 'unknown' = 'no';
    for (const choice of choices(state, one)) {
      if (++tried > MOST_TRIED) return 'unknown';
      state.put(one.item, choice);
      const settled = state.settle();
      const below = state.broken > 0 || state.singles > singles + before ? 'no' : next(n + 1);
      if (below === 'yes') return 'yes';
      state.lift(one.item);
      state.unsettle(settled);
      if (below === 'unknown') answer = 'unknown';
    }
    return answer;
  };
  const before = state.singles;
  return next(0);
}

function* choices(state: State, { item, slot }: Seat): Generator<Choice> {
  if (!state.fitsTime(item, slot)) return;
  for (const place of slot.places) {
    if (!state.fitsPlace(item, slot, place)) continue;
    const free = state.peersFree(item, slot, place);
    for (const team of item.teams) {
      if (team.mask & ~free) continue;
      const choice = { slot: slot.index, place, team: team.index };
      if (state.allowsFully(item, choice)) yield choice;
    }
  }
}

/** The fewest of these seats that can't all be held, whoever takes them; undefined where that is not proven. */
function fewest(model: Model, seats: readonly Seat[]): readonly Seat[] | undefined {
  const never = (some: readonly Seat[]) => seat(new State(model), some, Number.POSITIVE_INFINITY) === 'no';
  if (!never(seats)) return undefined;
  let left = seats;
  for (const one of seats) {
    const without = left.filter((s) => s !== one);
    if (never(without)) left = without;
  }
  return left;
}

/** Whether a plan, rather than what stands in its way, was found. */
export const isPlan = (realised: Realised): realised is Plan => Array.isArray(realised);
