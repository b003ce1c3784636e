import type { Item, Model, Slot } from '../../model/model.ts';
import type { LinearBuilder } from '../linear.ts';
import type { Term } from './rows.ts';

/** A slot of an item with the variable that says the item is held then. */
export interface Start {
  readonly item: Item;
  readonly slot: Slot;
  readonly variable: number;
}

/** Everywhere each item could be held, and what is said about it by itself. */
export interface Starts {
  /** The variable of each slot, by item and slot. */
  readonly at: readonly (readonly number[])[];
  /** The variable that says an item is left out, by item. */
  readonly out: readonly number[];
  readonly all: readonly Start[];
}

/** Each session is held at one of its times or left out. */
export function startsOf(model: Model, builder: LinearBuilder): Starts {
  const at = model.items.map((item) =>
    item.slots.map((slot) => builder.variable(`${item.session.id}_at_${slot.day}_${slot.start % 1440}`)),
  );
  const out = model.items.map((item) => builder.variable(`${item.session.id}_left_out`));
  const all = model.items.flatMap((item) =>
    item.slots.map((slot): Start => ({ item, slot, variable: at[item.index]![slot.index]! })),
  );
  for (const item of model.items) {
    builder.add(
      `held_or_left_out_${item.session.id}`,
      [...at[item.index]!.map((v): Term => [1, v]), [1, out[item.index]!]],
      '=',
      1,
    );
  }
  return { at, out, all };
}
