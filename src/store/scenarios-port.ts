import type { Saved, Signature } from './saved.ts';

/** A what-if: a named draft beside the draft, to be taken or thrown away. */
export interface Scenario {
  readonly id: string;
  /** Counts the writes, from 1. */
  readonly version: number;
  readonly review: string;
  readonly name: string;
  /** The version of the draft that it was begun from. */
  readonly begunFrom: number;
  readonly by: string;
  /** UTC, ISO 8601. */
  readonly at: string;
  /** The version of the review that it was last worked on with. */
  readonly reviewVersion: number;
  /** The text of the programme’s file. */
  readonly file: string;
  readonly savedAt: string;
}

export interface ScenarioPort {
  /** Those of a review, the oldest first. */
  of(review: string): Promise<readonly Scenario[]>;
  /** Undefined where it is not (or no longer) there, or belongs to another review. */
  find(review: string, id: string): Promise<Scenario | undefined>;
  begin(
    begun: Pick<Scenario, 'review' | 'name' | 'begunFrom' | 'reviewVersion' | 'file'>,
    signature: Signature,
  ): Promise<Scenario>;
  save(
    changed: Pick<Scenario, 'review' | 'id' | 'reviewVersion' | 'file'>,
    expected: number,
    signature: Signature,
  ): Promise<Saved<Scenario>>;
  /** Takes it away; what was done to it stays in the history. False: it was gone. */
  drop(review: string, id: string, signature: Signature): Promise<boolean>;
}
