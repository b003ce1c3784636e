import type { Account } from './accounts-port.ts';

/**
 * What a one-time link is for: the very first account, somebody who is known, somebody who was invited, or an account
 * that is to have another e-mail address. The last one lets nobody in.
 */
export type LinkKind = 'first' | 'sign-in' | 'invitation' | 'address';

/** A one-time link to sign in with. Its token is not kept: only the SHA-256. */
export interface SignInLink {
  readonly kind: LinkKind;
  /** Whose it is; undefined for the first account's. */
  readonly email?: string;
  readonly invitation?: string;
  /** The page that was wanted. */
  readonly leadsTo?: string;
  /** The account that is to have the address (of kind `address`). */
  readonly account?: string;
  readonly endsAt: string;
}

/** What comes of pressing the button behind a link. */
export type Entered =
  | { readonly kind: 'in'; readonly token: string; readonly account: Account; readonly leadsTo?: string }
  /** Used, run out, withdrawn, or never there. */
  | { readonly kind: 'gone' }
  /** A new account wants a name (the first one an e-mail address too); the link is as good as before. */
  | { readonly kind: 'who are you' };

/** Somebody signed in on a browser. */
export interface SignIn {
  readonly id: string;
  readonly account: Account;
  /** `Firefox on Windows`. */
  readonly browser: string;
  readonly startedAt: string;
  readonly seenAt: string;
}

export interface SignInPort {
  /** Makes a link; its token (256 random bits, base64url) is told this once. */
  offer(link: SignInLink): Promise<string>;
  /** What a link is for, if it is still good. Looking uses nothing up: mail scanners look. */
  look(token: string): Promise<SignInLink | undefined>;
  /**
   * Uses a link up and signs in, all or nothing: makes the account where there is none, and takes up every invitation
   * to its address. The first account becomes organiser and manager of the reviews that nobody is part of.
   */
  enter(
    token: string,
    given: { readonly name?: string; readonly email?: string; readonly browser: string },
  ): Promise<Entered>;
  /**
   * Uses a link up that gives an account another address: all or nothing. `in use`: another account has it by now;
   * `gone`: no such link any more, or one of another account.
   */
  takeAddress(token: string, account: string): Promise<'taken' | 'in use' | 'gone'>;
  /** Who holds this browser's token; undefined: nobody, or not any more. */
  open(token: string): Promise<SignIn | undefined>;
  /** Where somebody is signed in, last seen first. */
  of(account: string): Promise<readonly SignIn[]>;
  end(token: string): Promise<void>;
  /** Signs somebody out on one browser, by the id of the sign-in; nothing where it is not this account’s. */
  endOne(id: string, account: string): Promise<void>;
  /** Signs somebody out everywhere. */
  endAll(account: string): Promise<void>;
  /** Counts one more try of what is limited, and gives how many there were in these last minutes, this one included. */
  attempt(bucket: string, minutes: number): Promise<number>;
  /** Drops what has run out. */
  tidy(): Promise<void>;
}
