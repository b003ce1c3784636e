import type { Model } from '../model/model.ts';
import type { Random } from '../random.ts';
import type { Journal } from './journal.ts';
import type { Movable } from './movable.ts';
import type { Patterns } from './patterns.ts';
import type { State } from './state.ts';

/** What the moves of a search work with; each takes what it needs. The state is looked at, the journal changes it. */
export interface Workings {
  readonly model: Model;
  readonly state: State;
  readonly journal: Journal;
  readonly random: Random;
  readonly patterns: Patterns;
  readonly movable: Movable;
  /** By item, 1 for those that are not to be placed for the time being. */
  readonly resting: Uint8Array;
  /** Breakout weights by item: what has often been left out weighs more. */
  readonly weight: Float64Array;
}
