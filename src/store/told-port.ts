import type { Letter } from './outbox-port.ts';
import type { Signature } from './saved.ts';

/** Somebody who was written to about a release, or had it handed to them. */
export interface Told {
  readonly review: string;
  /** A peer's or contact's id. */
  readonly person: string;
  readonly release: number;
  /** The message in the outbox; undefined: there was no address, and the letter was handed over. */
  readonly message?: string;
  /** Where it went. */
  readonly email?: string;
  readonly by: string;
  readonly at: string;
}

export interface ToldPort {
  /** Oldest first. */
  of(review: string): Promise<readonly Told[]>;
  /**
   * Puts letters about a release into the outbox and notes who was told, all of it or nothing; who was told of this
   * release already is left out. Gives who was told now.
   */
  tell(
    review: string,
    release: number,
    letters: readonly { readonly person: string; readonly letter?: Letter }[],
    signature: Signature,
  ): Promise<readonly Told[]>;
}
