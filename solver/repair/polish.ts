import type { Item, Model } from '../model/model.ts';
import type { Random } from '../random.ts';
import type { Choice } from '../search/choice.ts';
import { Journal } from '../search/journal.ts';
import type { Plan } from '../search/search.ts';
import { State } from '../search/state.ts';
import { rankedChoices } from './choices.ts';
import { putIfAllowed } from './standing-state.ts';
import type { Stands } from './stands.ts';
import { compareWeights, Scales, type Weight } from './weighing.ts';

/** Choices weighed for each session that is looked at. */
const LOOKS = 48;
/** Points by which chance may put one of them before another. */
const CHANCE = 6;

/**
 * Betters a repair by what it moves anyway, and by what is not placed yet: each of those, alone or two at a time, is
 * taken out and put where the whole weighs least. It can't disturb anybody further, for that weighs more than quality.
 */
export class Polish {
  private readonly model: Model;
  private readonly stands: Stands;
  private readonly random: Random;
  private readonly state: State;
  private readonly journal: Journal;
  private readonly scales: Scales;
  weight: Weight;

  constructor(model: Model, stands: Stands, plan: Plan, random: Random) {
    this.model = model;
    this.stands = stands;
    this.random = random;
    this.state = new State(model);
    this.journal = new Journal(this.state);
    this.scales = new Scales(model, stands);
    for (const item of model.items) {
      const choice = plan[item.index];
      if (choice) this.state.put(item, choice);
    }
    this.state.settle();
    this.weight = this.scales.weigh(this.state);
  }

  get plan(): Plan {
    return [...this.state.at];
  }

  /** Looks at everything that may change, round by round, until a round betters nothing or `late` says stop. */
  run(rounds: number, late: () => boolean): void {
    for (let round = 0; round < rounds; round++) {
      const before = this.weight;
      const free = this.free();
      for (const item of free) {
        if (late()) return;
        this.replace([item]);
      }
      for (let n = 0; n < free.length && free.length > 1; n++) {
        if (late()) return;
        const [a, b] = [free[n]!, free[this.random.below(free.length)]!];
        if (a !== b) this.replace([a, b]);
      }
      if (round > 0 && compareWeights(this.weight, before) >= 0) break;
    }
    this.topUp(late);
  }

  /** Puts in whatever of what is left out still finds room, looking everywhere. */
  topUp(late: () => boolean): void {
    for (let more = true; more && !late(); ) {
      const before = this.weight;
      for (const item of this.free()) if (!this.state.at[item.index]) this.replace([item], Infinity);
      more = compareWeights(this.weight, before) < 0;
    }
  }

  /** What is not as it was kept: moved, given another place or pair, new, or without a place. */
  private free(): readonly Item[] {
    return this.model.items.filter((item) => {
      const stand = this.stands.of[item.index];
      const now = this.state.at[item.index];
      if (item.slots.length === 0) return false;
      if (!stand) return true;
      if (stand.pinned.time && stand.pinned.place && stand.pinned.peers) return false;
      const { slot, place, team } = stand.choice;
      return !now || now.slot !== slot || now.place !== place || now.team !== team;
    });
  }

  /** Takes sessions out and puts them where the whole weighs least, one after the other; back where that is no better. */
  private replace(items: readonly Item[], looks = LOOKS): void {
    const { journal, state, scales } = this;
    for (const item of items) if (state.at[item.index]) journal.lift(item);
    journal.settle();
    for (const item of items) this.insert(item, looks);
    const weight = scales.weigh(state);
    if (compareWeights(weight, this.weight) < 0) {
      journal.commit();
      this.weight = weight;
    } else journal.undo();
  }

  /** Puts a session, or leaves it out, whichever weighs less. */
  private insert(item: Item, looks: number): void {
    const { journal, state, scales } = this;
    let least = scales.weigh(state);
    let best: Choice | undefined;
    const { random } = this;
    const stand = this.stands.of[item.index];
    const choices = rankedChoices(state, item, stand, () => random.next() * CHANCE);
    for (const choice of choices.slice(0, looks)) {
      const mark = journal.mark();
      if (!putIfAllowed(state, journal, item, choice)) continue;
      const weight = scales.weigh(state);
      if (compareWeights(weight, least) < 0) {
        least = weight;
        best = choice;
      }
      journal.undoTo(mark);
    }
    if (best) putIfAllowed(state, journal, item, best);
  }
}
