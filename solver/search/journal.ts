import type { Item } from '../model/model.ts';
import type { Choice } from './choice.ts';
import type { State } from './state.ts';
import type { Settled } from './tallies.ts';

/** A point of a journal that can be gone back to. */
export interface Mark {
  readonly touches: number;
  readonly settles: number;
}

const START: Mark = { touches: 0, settles: 0 };

/** What was done to a state since the last `commit`, with the way back. A search changes its state only through here. */
export class Journal {
  private readonly state: State;
  private readonly touched: { readonly item: Item; readonly was: Choice | undefined }[] = [];
  private readonly settled: Settled[] = [];

  constructor(state: State) {
    this.state = state;
  }

  put(item: Item, choice: Choice): void {
    this.touched.push({ item, was: undefined });
    this.state.put(item, choice);
  }

  lift(item: Item): Choice {
    const was = this.state.lift(item);
    this.touched.push({ item, was });
    return was;
  }

  settle(): void {
    this.settled.push(this.state.settle());
  }

  /** Makes what was done stand. */
  commit(): void {
    this.touched.length = 0;
    this.settled.length = 0;
  }

  mark(): Mark {
    return { touches: this.touched.length, settles: this.settled.length };
  }

  /** Takes back what was done since the last `commit`. */
  undo(): void {
    this.undoTo(START);
  }

  undoTo({ touches, settles }: Mark): void {
    while (this.touched.length > touches) {
      const { item, was } = this.touched.pop()!;
      if (was) this.state.put(item, was);
      else this.state.lift(item);
    }
    while (this.settled.length > settles) this.state.unsettle(this.settled.pop()!);
    if (touches === 0 && settles === 0) this.state.unsettle([]);
  }
}
