import type { Slot } from '../../model/model.ts';

/** A time of a session that nothing in force refuses, with the peers and places that go with it then. */
export interface Open {
  readonly slot: Slot;
  /** As bits. */
  readonly peers: number;
  /** Worked out at the first look. */
  readonly places: readonly number[];
  /** Peers who are in every team that could take it then, as bits. */
  readonly always: number;
}

/** What is open to some sessions while some of the changeable things are in force. */
export interface View {
  /** The sessions, by the items' indexes. */
  readonly items: readonly number[];
  /** In the order of `items`. */
  readonly open: readonly (readonly Open[])[];
  /** Teams by number, the smallest first, in the order of `items`. */
  readonly teams: readonly (readonly number[])[];
  /** The orders of two sessions that are in force, by their items' indexes. */
  readonly orders: readonly Order[];
  /** The most that may draw at once on what a changeable thing limits. */
  readonly limits: readonly { readonly away: boolean; readonly draws: Draws; readonly most: Int16Array }[];
}

/** Whether a session draws on something at a time. */
export type Draws = (slot: Slot) => boolean;

/** Of two sessions one is to come after the other, where a changeable thing says so. */
export interface Order {
  readonly changeable: number;
  readonly a: number;
  readonly b: number;
  readonly clash: (a: Slot, b: Slot) => boolean;
}

/** How much may be drawn on at once, tick by tick, and what changeable things lower that. */
export interface Limit {
  readonly away: boolean;
  readonly draws: Draws;
  readonly loose: Int16Array;
  /** By the changeable thing that sets it. */
  readonly by: readonly { readonly changeable: number; readonly most: Int16Array }[];
}

/** Of a view, what is open to some of its sessions. */
export function partOf(view: View, items: readonly number[]): View {
  const at = items.map((i) => view.items.indexOf(i));
  return {
    ...view,
    items,
    open: at.map((n) => view.open[n]!),
    teams: at.map((n) => view.teams[n]!),
    orders: view.orders.filter((o) => items.includes(o.a) && items.includes(o.b)),
  };
}
