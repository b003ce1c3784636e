import type { Cost } from '../../src/programme/programme.ts';
import type { Price } from '../model/model.ts';
import type { State } from './state.ts';

/** What a unit of each tier weighs, in points. */
export type Scale = Cost;

/** The tiers stand far enough apart that no sum of lower ones outweighs a higher one. */
export const inOrder: Scale = [1e12, 1e10, 1e8, 1e6, 1e4, 1];

/** One figure to anneal on: the six tiers by their weights. */
export class Energy {
  private readonly state: State;
  private scale: Scale = inOrder;

  constructor(state: State) {
    this.state = state;
  }

  /** Weighs the tiers so from now on. */
  weigh(scale: Scale): void {
    this.scale = scale;
  }

  now(): number {
    const { state, scale } = this;
    const [musts, shoulds, coulds] = state.unplaced;
    return (
      musts! * scale[0] +
      shoulds! * scale[1] +
      state.singles * scale[2] +
      state.beyond * scale[3] +
      coulds! * scale[4] +
      state.points * scale[5]
    );
  }

  /** A figure with a price in the tiers and points taken off. */
  less(energy: number, price: Price): number {
    const { scale } = this;
    return energy - price.singles * scale[2] - price.beyond * scale[3] - price.points * scale[5];
  }
}
