import type { Cost } from '../../src/programme/programme.ts';
import type { Model, Price } from '../model/model.ts';
import type { State } from './state.ts';

/** The tiers stand far enough apart that no sum of lower ones outweighs a higher one. */
const tierScale: Cost = [1e12, 1e10, 1e8, 1e6, 1e4, 1];

/**
 * What one of `moved` weighs: a contact moved stands with a "should" that is left out, a place with a single-handed
 * session, a pair with a stream beyond the usual.
 */
const movedScale = 1e6;

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
    return (
      state.unplaced[0] * tierScale[0] +
      state.unplaced[1] * tierScale[1] +
      this.moved() * movedScale +
      state.singles * tierScale[2] +
      state.beyond * tierScale[3] +
      state.unplaced[2] * tierScale[4] +
      state.points
    );
  }

  /** How far from the programme to keep: contacts moved (those told count double), then places, then pairs. */
  private moved(): number {
    if (!this.keeping) return 0;
    let moved = 0;
    for (const item of this.model.items) {
      const { kept } = item;
      if (!kept) continue;
      const now = this.state.at[item.index];
      if (!now) continue;
      if (now.slot !== kept.slot) moved += (kept.told ? 2 : 1) * 1e4;
      if (now.place !== kept.place) moved += 1e2;
      if (now.team !== kept.team) moved += 1;
    }
    return moved;
  }
}

/** A figure with a price in the tiers and points taken off. */
export const less = (energy: number, price: Price): number =>
  energy - price.singles * tierScale[2] - price.beyond * tierScale[3] - price.points;
