import type { Model } from '../../../solver/model/model.ts';

/** What an engine says of one session: a time and, where its model knows of them, a place and a pair. By number. */
export interface Said {
  readonly slot: number;
  readonly place?: number | undefined;
  readonly team?: number | undefined;
}

/** By item; undefined where the engine leaves a session out. */
export type Answer = readonly (Said | undefined)[];

/** Another engine on the same model, in the best formulation of it that we found. */
export interface Rival {
  readonly name: string;
  /** One sentence for the README: what it is given, and how. */
  readonly how: string;
  /** Loads what takes time and is no part of solving (wasm). */
  readonly load?: () => Promise<void>;
  /**
   * Looks for programmes, and hands on each that it takes for better than the last. Ends by itself about when its time
   * is up, or is ended. Gives a note for the table: `proven`, `its time was up`.
   */
  readonly solve: (
    model: Model,
    milliseconds: number,
    better: (answer: Answer) => void,
  ) => Promise<string> | string;
}
