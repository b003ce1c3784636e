import type { Item, Model } from '../model/model.ts';

/** The sessions that could go elsewhere, by what could change: a draw among the others is a move that changes nothing. */
export interface Movable {
  /** Those with several times. */
  readonly times: readonly Item[];
  readonly places: readonly Item[];
  /** Those that several sets of peers could take. */
  readonly teams: readonly Item[];
}

export const movableOf = ({ items }: Model): Movable => ({
  times: items.filter((item) => item.slots.length > 1),
  places: items.filter((item) => item.places.length > 1 && item.slots.length > 0),
  teams: items.filter((item) => item.teams.length > 1 && item.slots.length > 0),
});
