import { type Cost, compareCosts } from '../../src/programme/programme.ts';
import type { Model } from '../model/model.ts';
import { randomFrom } from '../random.ts';
import type { Choice } from './choice.ts';
import { construct } from './construct.ts';
import { Energy, inOrder, type Scale } from './energy.ts';
import { anywhere, insert } from './insert.ts';
import { Journal } from './journal.ts';
import { movableOf } from './movable.ts';
import { type After, drawMove, type Move } from './moves/table.ts';
import { hardestFirst, leftOut } from './order.ts';
import { Patterns } from './patterns.ts';
import { State } from './state.ts';
import { topUp } from './top-up.ts';
import type { Workings } from './workings.ts';

/** A programme as choices, by item; undefined where a session is left out. */
export type Plan = readonly (Choice | undefined)[];

export interface Found {
  readonly plan: Plan;
  readonly cost: Cost;
}

/** Rises of this many temperatures are taken once in eight thousand times: not worth the asking. */
const HOPELESS = 9;

/**
 * An anytime search over whole programmes: it cuts windows into blocks and fills them, forces in what is left out by
 * ejecting what is in the way, and anneals on times, pairs and places. Iterations decide what a seed finds.
 */
export class Search {
  readonly model: Model;
  readonly state: State;
  private readonly journal: Journal;
  private readonly energy: Energy;
  private readonly workings: Workings;
  best: Found;

  constructor(model: Model, seed: number) {
    this.model = model;
    this.state = new State(model);
    this.journal = new Journal(this.state);
    this.energy = new Energy(this.state);
    this.workings = {
      model,
      state: this.state,
      journal: this.journal,
      random: randomFrom(seed),
      patterns: new Patterns(model),
      movable: movableOf(model),
      resting: new Uint8Array(model.items.length),
      weight: new Float64Array(model.items.length).fill(1),
    };
    this.best = this.snapshot();
  }

  /** Starts afresh, and builds a programme from nothing, as far as it gets before `hurried` says stop. */
  construct(hurried?: () => boolean): void {
    this.clear();
    construct(this.workings, hurried);
    this.journal.commit();
    this.remember();
  }

  /** Takes the state to a plan that was found before. */
  restore(plan: Plan): void {
    this.clear();
    for (const item of this.model.items) {
      const choice = plan[item.index];
      if (choice) this.journal.put(item, choice);
    }
    this.journal.settle();
    this.journal.commit();
  }

  /** Weighs the tiers so in what moves are kept; the best found is by the order of the tiers whatever they weigh. */
  weigh(scale: Scale = inOrder): void {
    this.energy.weigh(scale);
  }

  /** Takes out every "could" and leaves them out until `wake`: the tiers before theirs are won more easily so. */
  rest(): void {
    for (const item of this.model.items) {
      if (item.session.priority !== 'could') continue;
      this.workings.resting[item.index] = 1;
      if (this.state.at[item.index]) this.journal.lift(item);
    }
    this.journal.settle();
    this.journal.commit();
    this.remember();
  }

  /** Puts in those that rested, where there is room that costs nothing in the tiers before theirs. */
  wake(): void {
    this.workings.resting.fill(0);
    for (const item of hardestFirst(this.workings, leftOut(this.workings)))
      insert(this.workings, item, anywhere, true);
    this.journal.commit();
    this.remember();
  }

  /** Puts in what is left out of the best wherever that betters it; what it ends with can't be bettered so. */
  topUp(late: () => boolean): void {
    this.restore(this.best.plan);
    topUp(this.workings, late);
    this.journal.commit();
    this.remember();
  }

  /** Makes one move, of a kind drawn by chance, at a temperature in points; gives what it cost, in plain moves. */
  step(temperature: number, after: After): number {
    const { move, spends } = drawMove(this.workings, after, temperature);
    if (this.attempt(temperature, move)) {
      this.journal.commit();
      this.remember();
    } else this.journal.undo();
    return spends;
  }

  /** Makes a move. True where the energy allows that it is kept at this temperature. */
  private attempt(temperature: number, move: Move): boolean {
    const { state, energy } = this;
    const before = energy.now();
    const broken = state.broken;
    if (!move(this.workings)) return false;
    // What the move pays by itself may already be too much, whatever the rules about the whole will say.
    const least = energy.less(energy.now() - before, state.mostToGain());
    if (least > 0 && least > temperature * HOPELESS) return false;
    this.journal.settle();
    const rise = energy.now() - before;
    return (
      state.broken <= broken &&
      (rise <= 0 || (temperature > 0 && this.workings.random.next() < Math.exp(-rise / temperature)))
    );
  }

  private clear(): void {
    for (const item of this.model.items) if (this.state.at[item.index]) this.journal.lift(item);
    this.journal.settle();
    this.journal.commit();
  }

  private snapshot(): Found {
    return { plan: [...this.state.at], cost: this.state.cost() };
  }

  private remember(): void {
    if (this.state.broken > 0) return;
    if (compareCosts(this.state.cost(), this.best.cost) < 0) this.best = this.snapshot();
  }
}
