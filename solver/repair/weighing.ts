import { compareDisturbed, type Disturbed } from '../../src/programme/disturbed.ts';
import type { Cost } from '../../src/programme/programme.ts';
import { compareCosts } from '../../src/programme/programme.ts';
import type { Model } from '../model/model.ts';
import type { State } from '../search/state.ts';
import type { Stands } from './stands.ts';

/**
 * What a repair is judged by, in this order, each only where all before it are equal (design.md, "Repair"):
 * 1. sessions that must be held and are not;
 * 2. sessions that should be held and are not, but for those that the programme left out already: to move somebody is
 *    better than to leave somebody out;
 * 3. how much it disturbs: people told and moved, people moved, sessions moved, places, pairs; a session that was held
 *    and is not any more counts in each;
 * 4. the quality of the whole, tier by tier.
 */
export interface Weight {
  readonly musts: number;
  readonly shoulds: number;
  readonly disturbed: Disturbed;
  readonly cost: Cost;
}

/** Negative where `a` is the better repair. */
export const compareWeights = (a: Weight, b: Weight): number =>
  a.musts - b.musts ||
  a.shoulds - b.shoulds ||
  compareDisturbed(a.disturbed, b.disturbed) ||
  compareCosts(a.cost, b.cost);

/** Weighs states of one model against the programme that is kept. */
export class Scales {
  private readonly model: Model;
  private readonly stands: Stands;
  /** By person, the weighing in which they were last counted as moved, and as told. */
  private readonly moved: Int32Array;
  private readonly told: Int32Array;
  private weighing = 0;

  constructor(model: Model, stands: Stands) {
    this.model = model;
    this.stands = stands;
    this.moved = new Int32Array(stands.people);
    this.told = new Int32Array(stands.people);
  }

  weigh(state: State): Weight {
    return {
      musts: state.unplaced[0],
      shoulds: this.shoulds(state),
      disturbed: this.disturbed(state),
      cost: state.cost(),
    };
  }

  private shoulds(state: State): number {
    let known = 0;
    for (const item of this.model.items) {
      if (item.session.priority !== 'should' || state.at[item.index]) continue;
      if (this.stands.leftOut[item.index]) known++;
    }
    return state.unplaced[1] - known;
  }

  disturbed(state: State): Disturbed {
    const { moved, told } = this;
    const now = ++this.weighing;
    const sum = { told: 0, people: 0, times: 0, places: 0, pairs: 0 };
    for (const item of this.model.items) {
      const stand = this.stands.of[item.index];
      if (!stand) continue;
      const choice = state.at[item.index];
      const slot = choice && item.slots[choice.slot]!;
      if (slot?.start !== stand.start || slot.end !== stand.end) {
        sum.times++;
        for (const p of stand.people) {
          if (moved[p] !== now) sum.people++;
          moved[p] = now;
          if (!stand.told) continue;
          if (told[p] !== now) sum.told++;
          told[p] = now;
        }
      }
      if (choice?.place !== stand.choice.place) sum.places++;
      if (choice?.team !== stand.choice.team) sum.pairs++;
    }
    return sum;
  }
}
