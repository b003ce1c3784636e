import type { Item, Model } from '../model/model.ts';
import type { Choice } from '../search/choice.ts';
import { Journal } from '../search/journal.ts';
import type { Plan } from '../search/search.ts';
import { State } from '../search/state.ts';
import { choicesAt, rankedChoices } from './choices.ts';
import type { TimePlan } from './deepen.ts';
import { putIfAllowed, putWhatStands } from './standing-state.ts';
import type { Stands } from './stands.ts';

/** Tries, in placements, that one search for places and pairs may take, and that finding out what clashes may. */
const TRIES = { near: 60, day: 500, clash: 2000 } as const;

export interface Fit {
  /** Undefined where none was found. */
  readonly plan: Plan | undefined;
  /** Where none was found: sessions that surely can't be at these times together, where that is so. */
  readonly clash: readonly number[] | undefined;
  /** Placements tried. */
  readonly tries: number;
}

/**
 * Finds places and pairs for given times. What stands keeps its own as long as the others can be fitted in beside it;
 * failing that, first one other gives way, then the whole of a day is given out anew.
 */
export class Fitting {
  private readonly model: Model;
  private readonly stands: Stands;
  /** With what stands in it, between one fitting and the next. */
  readonly state: State;
  private readonly journal: Journal;
  /** By item: what is not given any other place or pair. */
  private readonly fast: Uint8Array;
  private tries = 0;
  private limit = 0;
  /** The item on which the last search failed. */
  private stuck: Item | undefined;

  constructor(model: Model, stands: Stands) {
    this.model = model;
    this.stands = stands;
    this.state = new State(model);
    this.journal = new Journal(this.state);
    this.fast = putWhatStands(this.state, stands);
  }

  /**
   * Puts in what is not there, one after the other, wherever it can be without anything else giving way: what can stay
   * at its time stays, musts come before shoulds and coulds. `all` says whether every one of `wanted` found room, at
   * its time where it had one left.
   */
  quick(wanted: (item: Item) => boolean): { readonly plan: Plan; readonly all: boolean } {
    const { journal, state, stands } = this;
    const rank = { must: 0, should: 1, could: 2 } as const;
    const waiting = this.model.items.filter(
      (item) => !state.at[item.index] && item.slots.length > 0 && (wanted(item) || stands.of[item.index]),
    );
    const timeless = (item: Item): number => Number((stands.of[item.index]?.at.length ?? 0) === 0);
    waiting.sort(
      (a, b) =>
        timeless(a) - timeless(b) ||
        rank[a.session.priority] - rank[b.session.priority] ||
        a.slots.length - b.slots.length ||
        a.index - b.index,
    );
    let all = true;
    for (const item of waiting) {
      const stand = stands.of[item.index];
      const put = rankedChoices(state, item, stand, () => 0).some((choice) =>
        putIfAllowed(state, journal, item, choice),
      );
      const at = state.at[item.index]?.slot;
      const stayed = stand && stand.at.length > 0 ? at !== undefined && stand.at.includes(at) : put;
      if (!stayed && (wanted(item) || timeless(item) === 0)) all = false;
    }
    const plan = [...state.at];
    journal.undo();
    return { plan, all };
  }

  fit(times: TimePlan): Fit {
    const { journal, state, model } = this;
    this.tries = 0;
    const open: Item[] = [];
    for (const item of model.items) {
      const [now, then] = [state.at[item.index], times[item.index]];
      if (now && now.slot !== then) journal.lift(item);
      if (then !== undefined && now?.slot !== then) open.push(item);
    }
    journal.settle();
    const found = this.near(open, times) || this.byDay(open, times);
    const plan = found ? [...state.at] : undefined;
    journal.undo();
    const clash = plan ? undefined : this.clashIn(times);
    return { plan, clash, tries: this.tries };
  }

  /** With all others as they are, or with one of them given another place or pair. */
  private near(open: readonly Item[], times: TimePlan): boolean {
    if (this.within(TRIES.near, () => this.give(this.hardest(open, times), times, 0))) return true;
    const { journal, state, stuck, model } = this;
    if (!stuck) return false;
    const { day } = stuck.slots[times[stuck.index]!]!;
    for (const i of [...state.placedOn(day)]) {
      const other = model.items[i]!;
      if (this.fast[i] === 1) continue;
      const mark = journal.mark();
      journal.lift(other);
      journal.settle();
      const given = this.hardest([...open, other], times);
      if (this.within(TRIES.near, () => this.give(given, times, 0))) return true;
      journal.undoTo(mark);
    }
    return false;
  }

  /** With every place and pair given out anew on the days on which something is to be fitted in. */
  private byDay(open: readonly Item[], times: TimePlan): boolean {
    const { journal, state, model } = this;
    const days = new Set(open.map((item) => item.slots[times[item.index]!]!.day));
    const all = [...open];
    for (const day of days) {
      for (const i of [...state.placedOn(day)]) {
        if (this.fast[i] === 1) continue;
        journal.lift(model.items[i]!);
        all.push(model.items[i]!);
      }
    }
    journal.settle();
    return this.within(TRIES.day, () => this.give(this.hardest(all, times), times, 0));
  }

  /**
   * Sessions of a day that surely can't be at these times together, all others forgotten: none of them can be left out
   * of it. What rules say of a week can only be kinder with less in it, so what fails alone fails in any week.
   */
  private clashIn(times: TimePlan): readonly number[] | undefined {
    const { model, journal, state } = this;
    const fast = state.at.map((choice, i) => (this.fast[i] === 1 ? choice : undefined));
    for (const item of model.items) if (state.at[item.index]) journal.lift(item);
    journal.settle();
    const until = this.tries + TRIES.clash;
    let clash: readonly Item[] | undefined;
    for (let day = 0; day < 6 && !clash; day++) {
      const all = model.items.filter((item) => {
        const slot = times[item.index];
        return slot !== undefined && item.slots[slot]!.day === day;
      });
      if (this.surelyFails(all, times, fast)) clash = all;
    }
    // One after the other is taken out where the rest still clash.
    for (const item of clash ?? []) {
      if (this.tries > until) break;
      const rest: readonly Item[] = clash!.filter((other) => other !== item);
      if (this.surelyFails(rest, times, fast)) clash = rest;
    }
    journal.undo();
    return clash?.map((item) => item.index);
  }

  /** Whether every way to give these sessions places and pairs was tried, and none will do. */
  private surelyFails(
    items: readonly Item[],
    times: TimePlan,
    fast: readonly (Choice | undefined)[],
  ): boolean {
    const { journal } = this;
    const mark = journal.mark();
    for (const item of items) if (fast[item.index]) journal.put(item, fast[item.index]!);
    journal.settle();
    const open = items.filter((item) => !fast[item.index]);
    const found = this.within(TRIES.day, () => this.give(this.hardest(open, times), times, 0));
    const surely = !found && this.limit > 0;
    journal.undoTo(mark);
    return surely;
  }

  private within(tries: number, search: () => boolean): boolean {
    this.limit = tries;
    this.stuck = undefined;
    return search();
  }

  /** Those with the fewest places and pairs to choose from first. */
  private hardest(items: readonly Item[], times: TimePlan): readonly Item[] {
    const room = (item: Item): number => {
      const slot = item.slots[times[item.index]!]!;
      return slot.places.length * item.teams.filter((t) => (t.mask & ~slot.peers) === 0).length;
    };
    const rooms = new Map(items.map((item) => [item, room(item)]));
    return [...items].sort((a, b) => rooms.get(a)! - rooms.get(b)! || a.index - b.index);
  }

  /** Gives the open items from the `n`th on a place and a pair; false where that can't be, or the limit is reached. */
  private give(open: readonly Item[], times: TimePlan, n: number): boolean {
    const { journal, state } = this;
    const item = open[n];
    if (!item) return true;
    for (const choice of this.choices(item, times)) {
      if (this.limit <= 0) return false;
      this.limit--;
      this.tries++;
      const mark = journal.mark();
      if (!putIfAllowed(state, journal, item, choice)) continue;
      if (this.give(open, times, n + 1)) return true;
      journal.undoTo(mark);
    }
    this.stuck ??= item;
    return false;
  }

  /** Everything that may be had at the item's time, what it has now in the kept programme first. */
  private *choices(item: Item, times: TimePlan): Generator<Choice> {
    const stand = this.stands.of[item.index];
    const slot = times[item.index]!;
    const stays = stand?.at.includes(slot) ?? false;
    for (const s of stays ? stand!.at : [slot]) yield* choicesAt(this.state, item, item.slots[s]!, stand);
  }
}
