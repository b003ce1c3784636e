import type { Cost } from '../../src/programme/programme.ts';
import type { Model, Price } from '../model/model.ts';
import type { State } from './state.ts';

/** The tiers stand far enough apart that no sum of lower ones outweighs a higher one. */
const tierScale: Cost = [1e12, 1e10, 1e8, 1e6, 1e4, 1];

/**
 * Where there is a programme to keep, the order is another (design.md, "Repair"): what must and should be held, then
 * contacts moved, places, pairs, and only then the quality of the rest.
 */
const keepScale = {
  unplaced: 1e16,
  contacts: 1e14,
  places: 1e12,
  pairs: 1e10,
  singles: 1e8,
  beyond: 1e6,
  could: 1e4,
} as const;

/** One figure to anneal on: the six tiers and, where there is a programme to keep, how far from it. */
export class Energy {
  private readonly model: Model;
  private readonly state: State;
  /** Whether there is a programme to keep: fewer moved from it comes before quality. */
  readonly keeping: boolean;

  constructor(model: Model, state: State) {
    this.model = model;
    this.state = state;
    this.keeping = model.items.some((i) => i.kept);
  }

  now(): number {
    const { state } = this;
    const [musts, shoulds, coulds] = state.unplaced;
    if (this.keeping) {
      return (
        musts * keepScale.unplaced +
        this.moved() +
        shoulds * keepScale.contacts +
        state.singles * keepScale.singles +
        state.beyond * keepScale.beyond +
        coulds * keepScale.could +
        state.points
      );
    }
    return (
      musts * tierScale[0] +
      shoulds * tierScale[1] +
      state.singles * tierScale[2] +
      state.beyond * tierScale[3] +
      coulds * tierScale[4] +
      state.points
    );
  }

  /** How far from the programme to keep: contacts moved or left out (those told count double), places, pairs. */
  private moved(): number {
    let moved = 0;
    for (const item of this.model.items) {
      const { kept } = item;
      if (!kept) continue;
      const now = this.state.at[item.index];
      if (now?.slot !== kept.slot) moved += (kept.told ? 2 : 1) * keepScale.contacts;
      if (!now) continue;
      if (now.place !== kept.place) moved += keepScale.places;
      if (now.team !== kept.team) moved += keepScale.pairs;
    }
    return moved;
  }
}

/** A figure with a price in the tiers and points taken off. */
export const less = (energy: number, price: Price): number =>
  energy - price.singles * tierScale[2] - price.beyond * tierScale[3] - price.points;
