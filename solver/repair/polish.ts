import type { Item, Model } from '../model/model.ts';
import type { Random } from '../random.ts';
import type { Choice } from '../search/choice.ts';
import { Journal } from '../search/journal.ts';
import type { Plan } from '../search/search.ts';
import { State } from '../search/state.ts';
import { choicesAt } from './choices.ts';
import { putIfAllowed } from './standing-state.ts';
import type { Stands } from './stands.ts';
import { compareWeights, Scales, type Weight } from './weighing.ts';

/** Choices weighed for each session that is looked at. */
const LOOKS = 48;

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
      if (round > 0 && compareWeights(this.weight, before) >= 0) return;
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
  private replace(items: readonly Item[]): void {
    const { journal, state, scales } = this;
    for (const item of items) if (state.at[item.index]) journal.lift(item);
    journal.settle();
    for (const item of items) this.insert(item);
    const weight = scales.weigh(state);
    if (compareWeights(weight, this.weight) < 0) {
      journal.commit();
      this.weight = weight;
    } else journal.undo();
  }

  /** Puts a session, or leaves it out, whichever weighs less. */
  private insert(item: Item): void {
    const { journal, state, scales } = this;
    let least = scales.weigh(state);
    let best: Choice | undefined;
    for (const choice of this.choices(item)) {
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

  /** A few of the choices that an item has now: its kept ones, the cheapest, and some by chance. */
  private choices(item: Item): readonly Choice[] {
    const { state, random } = this;
    const stand = this.stands.of[item.index];
    const at = new Set(stand?.at);
    const scored: { readonly choice: Choice; readonly score: number }[] = [];
    for (const slot of item.slots) {
      if (slot.index === item.standing?.slot && !at.has(slot.index)) continue;
      if (!state.fitsTime(item, slot)) continue;
      let some = 0;
      for (const choice of choicesAt(state, item, slot, stand)) {
        if (++some > 12) break;
        const { place, team } = choice;
        const prices = [slot.price, item.places[place]!.price, item.teams[team]!.price];
        let score = at.has(slot.index) ? -1e9 : 0;
        if (stand && place !== stand.choice.place) score += 1e6;
        if (stand && team !== stand.choice.team) score += 1e4;
        for (const price of prices) score += price.singles * 2000 + price.beyond * 500 + price.points;
        scored.push({ choice, score: score + random.next() * 6 });
      }
    }
    scored.sort((a, b) => a.score - b.score);
    return scored.slice(0, LOOKS).map((s) => s.choice);
  }
}
