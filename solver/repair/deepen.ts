import type { Item, Model, Slot } from '../model/model.ts';
import { Moved } from './moved.ts';
import type { Stands } from './stands.ts';
import type { Times } from './times.ts';

/** The time of each session by its slot's number, by item; undefined where it has none. */
export type TimePlan = readonly (number | undefined)[];

/**
 * What a visit of a plan of times makes of it: `take` ends the search; `learnt` says that it surely won't do, for a
 * reason that the times now know of (`forbid`); `doubt` that it won't do as far as was looked.
 */
export type Opinion = 'take' | 'learnt' | 'doubt';

export interface Depth {
  /** What the plan that was taken moves; undefined where none was. */
  readonly found: number | undefined;
  /** No plan moves less than this: surely, whatever became of the search. */
  readonly atLeast: number;
  /** The steps that it took. */
  readonly steps: number;
}

/** Steps between two looks at whether somebody said stop. */
const LOOK = 16;

interface Option {
  /** -1: it gives up its time. */
  readonly slot: number;
  readonly lifts: readonly number[];
  readonly cost: number;
}

/** Whoever is waiting for a time; `own`: it would stay at its own, if others make way. */
interface Waiting {
  readonly item: Item;
  readonly own: boolean;
}

/**
 * Looks for the times that move least: first all that move no more than can't be helped, then all that move the least
 * beyond it, and so on (iterative deepening; Korf 1985). Within a depth every time of a session that has none is
 * tried, and for each every least set of others that make way for it, who then look for times of their own; so what a
 * depth does not find is not there, and the first that is found is proven to move least.
 */
export class Deepening {
  private readonly model: Model;
  private readonly stands: Stands;
  private readonly times: Times;
  private moved: Moved;
  private readonly late: () => boolean;
  private readonly visit: (plan: TimePlan) => Opinion;
  private first: Waiting[] = [];
  /** Sessions that have moved or been given a time, and what is pinned: they make way for nobody. */
  private readonly settled: Uint8Array;
  private required: (item: Item) => boolean = () => true;
  private limit = 0;
  private next = Number.POSITIVE_INFINITY;
  private steps = 0;
  private budget = 0;
  private sure = true;
  private learnt = false;

  constructor(
    model: Model,
    stands: Stands,
    times: Times,
    visit: (plan: TimePlan) => Opinion,
    late: () => boolean,
  ) {
    this.late = late;
    this.model = model;
    this.stands = stands;
    this.times = times;
    this.visit = visit;
    this.moved = new Moved(stands);
    this.settled = new Uint8Array(model.items.length);
  }

  /** Puts what stands where it stands; the rest waits. */
  private begin(): void {
    const { stands, times } = this;
    const first: Waiting[] = [];
    this.first = first;
    this.moved = new Moved(stands);
    this.settled.fill(0);
    for (const item of this.model.items) if (times.slotOf(item.index)) times.lift(item);
    for (const item of this.model.items) {
      const stand = stands.of[item.index];
      // What is pinned stays whatever clashes with it.
      if (stand?.pinned.time && stand.at.length > 0) {
        times.put(item, item.slots[stand.at[0]!]!);
        this.settled[item.index] = 1;
      }
    }
    for (const item of this.model.items) {
      const stand = stands.of[item.index];
      if (times.slotOf(item.index)) continue;
      if (!stand) {
        if (this.required(item)) first.push({ item, own: false });
        continue;
      }
      const at = stand.at.find((s) => this.isFree(item, item.slots[s]!));
      if (at !== undefined) times.put(item, item.slots[at]!);
      else if (stand.at.length > 0) first.push({ item, own: true });
      else {
        this.moved.add(stand);
        this.settled[item.index] = 1;
        if (this.required(item)) first.push({ item, own: false });
      }
    }
  }

  private isFree(item: Item, slot: Slot): boolean {
    return !this.times.crowding(item, slot, []) && this.times.clashing(item, slot).length === 0;
  }

  /**
   * Deepens until a plan is taken, or `budget` steps are spent. `required`: what has to have a time; the rest may do
   * without, and is not looked after once it has lost its own.
   */
  run(required: (item: Item) => boolean, budget: number): Depth {
    this.required = required;
    this.begin();
    this.budget = budget;
    this.steps = 0;
    this.sure = true;
    let atLeast = this.moved.cost;
    this.limit = atLeast;
    let doubted = false;
    for (;;) {
      this.next = Number.POSITIVE_INFINITY;
      this.learnt = false;
      const taken = this.walk(this.first);
      if (taken) return { found: this.foundCost, atLeast, steps: this.steps };
      if (this.learnt && this.steps < this.budget) {
        // What stands may now be in its own way: from the start, with what is known.
        this.begin();
        if (!doubted) atLeast = Math.max(atLeast, this.moved.cost);
        this.limit = Math.max(this.limit, this.moved.cost);
        continue;
      }
      if (this.steps >= this.budget || this.next === Number.POSITIVE_INFINITY)
        return { found: undefined, atLeast, steps: this.steps };
      doubted ||= !this.sure;
      if (!doubted) atLeast = this.next;
      this.limit = this.next;
    }
  }

  private foundCost = 0;

  /** One more step that a visit took. */
  spend(steps: number): void {
    this.steps += steps;
  }

  private walk(waiting: readonly Waiting[]): boolean {
    if (this.learnt || ++this.steps > this.budget) return false;
    if (this.steps % LOOK === 0 && this.late()) this.budget = 0;
    if (waiting.length === 0) return this.show();
    let chosen: { readonly one: Waiting; readonly options: readonly Option[] } | undefined;
    for (const one of waiting) {
      const options = this.optionsOf(one);
      if (options.length === 0) return false;
      if (!chosen || options.length < chosen.options.length) chosen = { one, options };
    }
    const { one, options } = chosen!;
    const rest = waiting.filter((w) => w !== one);
    for (const option of options) {
      if (this.take(one, option, rest)) return true;
      if (this.learnt || this.steps > this.budget) return false;
    }
    return false;
  }

  private take({ item }: Waiting, { slot, lifts }: Option, rest: readonly Waiting[]): boolean {
    const { times, moved, stands, settled, model } = this;
    const was = lifts.map((i) => times.slotOf(i)!);
    const more: Waiting[] = [];
    const leave = (i: number): void => {
      moved.add(stands.of[i]!);
      settled[i] = 1;
      if (this.required(model.items[i]!)) more.push({ item: model.items[i]!, own: false });
    };
    for (const i of lifts) {
      times.lift(model.items[i]!);
      leave(i);
    }
    const before = settled[item.index]!;
    if (slot < 0) leave(item.index);
    else times.put(item, item.slots[slot]!);
    // Whoever was given a time keeps it below here: the other times are other branches.
    settled[item.index] = 1;
    const done = this.walk([...rest, ...more]);
    settled[item.index] = before;
    if (slot < 0) moved.takeBack(stands.of[item.index]!);
    else times.lift(item);
    lifts.forEach((i, n) => {
      moved.takeBack(stands.of[i]!);
      settled[i] = 0;
      times.put(model.items[i]!, was[n]!);
    });
    return done;
  }

  private show(): boolean {
    const plan = this.model.items.map((item) => this.times.slotOf(item.index)?.index);
    const opinion = this.visit(plan);
    if (opinion === 'doubt') this.sure = false;
    if (opinion === 'learnt') this.learnt = true;
    if (opinion !== 'take') return false;
    this.foundCost = this.moved.cost;
    return true;
  }

  /** Everything that can be done for one that waits within the limit, what moves least first. */
  private optionsOf({ item, own }: Waiting): readonly Option[] {
    const stand = this.stands.of[item.index];
    const out: Option[] = [];
    if (own) {
      for (const s of stand!.at) this.waysInto(item, item.slots[s]!, out);
      const cost = this.costWith([item.index]);
      if (cost <= this.limit) out.push({ slot: -1, lifts: [], cost });
      else this.next = Math.min(this.next, cost);
    } else {
      for (const slot of item.slots) {
        if (stand && slot.start === stand.start && slot.end === stand.end) continue;
        if (slot.index === item.standing?.slot) continue;
        this.waysInto(item, slot, out);
      }
    }
    return out.sort((a, b) => a.cost - b.cost || this.hint(item, a) - this.hint(item, b) || a.slot - b.slot);
  }

  /** Of equals, the time that costs least by itself is tried first. */
  private hint(item: Item, { slot }: Option): number {
    if (slot < 0) return Number.POSITIVE_INFINITY;
    const { price } = item.slots[slot]!;
    return price.beyond * 1000 + price.points;
  }

  /** Adds the least sets of sessions that make way for a slot. */
  private waysInto(item: Item, slot: Slot, out: Option[]): void {
    const { times, settled } = this;
    const clashing = times.clashing(item, slot);
    if (clashing.some((i) => settled[i] === 1)) return;
    this.grow(item, slot, clashing, out, new Set());
  }

  private grow(
    item: Item,
    slot: Slot,
    lifts: readonly number[],
    out: Option[],
    spared: ReadonlySet<number>,
  ): void {
    const cost = this.costWith(lifts);
    if (cost > this.limit) {
      this.next = Math.min(this.next, cost);
      return;
    }
    const crowd = this.times.crowding(item, slot, lifts);
    if (!crowd) {
      out.push({ slot: slot.index, lifts, cost });
      return;
    }
    // One of the crowd goes; in later turns those tried before it stay, so that no set comes twice.
    const kept = new Set(spared);
    for (const i of crowd) {
      if (this.settled[i] === 1 || kept.has(i)) continue;
      this.grow(item, slot, [...lifts, i], out, kept);
      kept.add(i);
    }
  }

  /** What is moved, were these to move as well. */
  private costWith(lifts: readonly number[]): number {
    if (lifts.length === 0) return this.moved.cost;
    for (const i of lifts) this.moved.add(this.stands.of[i]!);
    const { cost } = this.moved;
    for (const i of lifts) this.moved.takeBack(this.stands.of[i]!);
    return cost;
  }
}
