import type { Refusal } from '../accounts/members.ts';
import type { Role } from '../accounts/roles.ts';
import type { Saved, Signature } from './saved.ts';

/** Somebody who can sign in. */
export interface Account {
  readonly id: string;
  readonly version: number;
  /** In small letters. */
  readonly email: string;
  readonly name: string;
  /** UTC, ISO 8601. */
  readonly addedAt: string;
  /** They look after many reviews: they see how each stands, and nothing of what is in it. */
  readonly coordinates?: true;
}

export interface AccountPort {
  /** Nobody has an account yet. */
  none(): Promise<boolean>;
  find(id: string): Promise<Account | undefined>;
  byEmail(email: string): Promise<Account | undefined>;
  /** Those who coordinate, by name. */
  coordinators(): Promise<readonly Account[]>;
  /** Makes somebody a coordinator, or ends it; who is what they are to be stays so. False: there is no such account. */
  coordinate(id: string, is: boolean, signature: Signature): Promise<boolean>;
  /** Signed by the account's own holder. */
  rename(id: string, expected: number, name: string): Promise<Saved<Account>>;
  /**
   * Removes an account that is part of no review any more, with everywhere it is signed in, its tokens and the links and
   * letters that wait for its address; false where it is still part of one, or not there. Of what was done to it only
   * that it was closed, and when, is kept.
   */
  close(id: string): Promise<boolean>;
}

/** Somebody's part in a review. */
export interface Member {
  readonly id: string;
  readonly version: number;
  readonly review: string;
  readonly account: string;
  readonly name: string;
  readonly email: string;
  /** At least one. */
  readonly roles: readonly Role[];
  readonly joinedAt: string;
}

/** What became of a change of who is part of a review: refused by the rules, or by somebody having been first. */
export type MemberSaved = Saved<Member> | { readonly saved: false; readonly why: Refusal };

export interface MemberPort {
  /** Those of a review, longest there first. */
  of(review: string): Promise<readonly Member[]>;
  /** What somebody is part of. */
  ofAccount(account: string): Promise<readonly Pick<Member, 'review' | 'roles'>[]>;
  /** Makes somebody part of a review, or gives them these roles too. Asks nobody's leave: for the start of things. */
  join(review: string, account: string, roles: readonly Role[], signature: Signature): Promise<Member>;
  /** Gives somebody just these roles, if `by` (an account) may; checked in the transaction that writes. */
  change(
    id: string,
    expected: number,
    roles: readonly Role[],
    by: string,
    signature: Signature,
  ): Promise<MemberSaved>;
  /** Takes somebody out of a review, if `by` (an account) may; checked in the transaction that writes. */
  remove(id: string, expected: number, by: string, signature: Signature): Promise<MemberSaved>;
}

export interface Invitation {
  readonly id: string;
  readonly version: number;
  readonly review: string;
  readonly email: string;
  readonly role: Role;
  /** Who invited, by name. */
  readonly by: string;
  readonly invitedAt: string;
  readonly endsAt: string;
}

export interface InvitationPort {
  /** Neither accepted nor withdrawn; those that ran out too, for they can be sent again. Oldest first. */
  of(review: string): Promise<readonly Invitation[]>;
  find(id: string): Promise<Invitation | undefined>;
  /** What somebody with this address could join today, oldest first. */
  openFor(email: string): Promise<readonly Invitation[]>;
  /** Invites, or invites again: one address has one open invitation to a review. */
  invite(review: string, email: string, role: Role, signature: Signature): Promise<Invitation>;
  withdraw(id: string, expected: number, signature: Signature): Promise<Saved<Invitation>>;
  /** Makes the account that an open invitation is for part of its review; false where it is not, or not open any more. */
  takeUp(id: string, account: Account): Promise<boolean>;
}
