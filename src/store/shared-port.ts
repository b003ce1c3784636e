import type { Saved, Signature } from './saved.ts';

/** Kinds of things that all reviews share. */
export type SharedKind = 'peer' | 'frame' | 'letter';

/** A peer of the shared list, or a template. */
export interface Shared {
  readonly id: string;
  /** Counts the writes, from 1. */
  readonly version: number;
  readonly kind: SharedKind;
  readonly name: string;
  /** JSON, as its kind has it. */
  readonly body: string;
  readonly savedBy: string;
  /** UTC, ISO 8601. */
  readonly savedAt: string;
}

/** A peer of the shared list was, or is to be, on the team of a review. */
export interface Seat {
  /** The id in the shared list. */
  readonly peer: string;
  readonly review: string;
  /** Their id in the review. */
  readonly as: string;
  readonly council: string;
  /** Day 1, `yyyy-mm-dd`. */
  readonly firstDay: string;
  /** What they were in the team, as the review's file has it. */
  readonly role: string;
}

/**
 * What all reviews share. The history says who changed a thing and when; not what it said, since a peer who is taken off
 * the list is to be gone.
 */
export interface SharedPort {
  /** Those of a kind, by name. */
  of(kind: SharedKind): Promise<readonly Shared[]>;
  find(kind: SharedKind, id: string): Promise<Shared | undefined>;
  add(item: Pick<Shared, 'kind' | 'name' | 'body'>, signature: Signature): Promise<Shared>;
  change(
    item: Pick<Shared, 'kind' | 'id' | 'name' | 'body'>,
    expected: number,
    signature: Signature,
  ): Promise<Saved<Shared>>;
  /** Takes it away, with what a peer was on. False: it was gone. */
  drop(kind: SharedKind, id: string, signature: Signature): Promise<boolean>;
  /** Everybody's seats, the latest week first. */
  seats(): Promise<readonly Seat[]>;
  /** Notes a seat; one that was noted before is brought up to date. Says nothing where nothing is new in it. */
  seat(seat: Seat, signature: Signature): Promise<void>;
}
