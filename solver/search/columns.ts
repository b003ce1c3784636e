import { type Item, type Model, type Slot, TICK, TICKS } from '../model/model.ts';

interface Column {
  readonly most: number;
  /** By item: whether it counts. */
  readonly counts: Uint8Array;
  /** How many of those that count run at each quarter hour. */
  readonly running: Int16Array;
}

/**
 * How many sessions run beside each other, for parts that pay for those beyond a number (`columns`): says before a
 * session is put whether it is likely to be paid for.
 */
export class Columns {
  private readonly columns: readonly Column[];

  constructor(model: Model) {
    this.columns = model.parts.wholeWants.flatMap(({ part: { columns } }) => {
      if (!columns) return [];
      const counts = (item: Item) => item.slots[0] !== undefined && columns.counts(item.slots[0].held);
      return {
        most: columns.most(model.review),
        counts: Uint8Array.from(model.items, (item) => (counts(item) ? 1 : 0)),
        running: new Int16Array(TICKS),
      };
    });
  }

  /** A session is put there, or lifted from there. */
  add(item: Item, slot: Slot, by: 1 | -1): void {
    for (const { counts, running } of this.columns) {
      if (counts[item.index] === 0) continue;
      for (let t = first(slot); t < last(slot); t++) running[t]! += by;
    }
  }

  /** Whether as many as are usual run at some moment of the slot already. */
  areFull(item: Item, slot: Slot): boolean {
    for (const { counts, running, most } of this.columns) {
      if (counts[item.index] === 0) continue;
      for (let t = first(slot); t < last(slot); t++) if (running[t]! >= most) return true;
    }
    return false;
  }
}

const first = (slot: Slot): number => Math.floor(slot.awayFrom / TICK);
const last = (slot: Slot): number => Math.ceil(slot.awayTo / TICK);
