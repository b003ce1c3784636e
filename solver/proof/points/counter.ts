import type { Sum } from './program.ts';

/** Something that a counter may hold in the end, and the variable that says it does. */
export interface Total {
  readonly total: number;
  readonly is: number;
}

/** What a counter holds. */
export interface Counter {
  readonly sum: Sum;
  /** The sessions that add to it: by units, how many of them there are and the sum of those that do. */
  readonly units: ReadonlyMap<number, { readonly sessions: number; readonly sum: Sum }>;
  /** Everything that it may hold in the end; undefined where that is too many things. */
  readonly totals: () => readonly Total[] | undefined;
}

/** What a unit above and below an aim costs. */
export interface Prices {
  readonly over: number;
  readonly short: number;
}
