import type { Response } from 'express';
import { inOrder, type Role } from '../src/accounts/roles.ts';
import type { Account, Member } from '../src/store/accounts-port.ts';
import type { SignIn } from '../src/store/sign-ins-port.ts';

export type { Role } from '../src/accounts/roles.ts';

/** Whoever asks, as the pages know them. */
export interface Who {
  /** As the history will name them. */
  readonly name: string;
  /** What they are first of all in a review; undefined: they are not part of it. */
  readonly roleIn: (review: string) => Role | undefined;
  /** Everything that they are in a review: an organiser may stand in as its manager too. */
  readonly rolesIn: (review: string) => readonly Role[];
  /** Undefined: a stranger. */
  readonly account?: Account;
  /** How they came in: since when on this browser. Undefined for a program. */
  readonly signIn?: Pick<SignIn, 'id' | 'startedAt'>;
  /** They only look: a program whose token may not change anything. */
  readonly looks?: true;
}

const stranger: Who = { name: 'A stranger', roleIn: () => undefined, rolesIn: () => [] };

/** Somebody who has signed in, and what they are part of. */
export function known(account: Account, parts: readonly Pick<Member, 'review' | 'roles'>[]): Who {
  const roles = new Map(parts.map((part) => [part.review, inOrder(part.roles)]));
  const rolesIn = (review: string) => roles.get(review) ?? [];
  return { name: account.name, rolesIn, roleIn: (review) => rolesIn(review)[0], account };
}

/** Notes who asks, for the rest of the answering. */
export function setWho(response: Response, who: Who): void {
  response.locals.who = who;
}

/** Who asks for the page that `response` answers with. */
export const whoIs = (response: Response): Who => (response.locals.who as Who | undefined) ?? stranger;

/** How somebody is part of a review; undefined: not at all. */
export const partIn = (who: Who, review: string): 'works on it' | 'looks on' | undefined =>
  who.roleIn(review) === undefined ? undefined : looksOnAt(who, review) ? 'looks on' : 'works on it';

/** Whether somebody only looks on at a review, as its peers do while others work on it. */
export const looksOnAt = ({ rolesIn }: Who, review: string): boolean =>
  rolesIn(review).every((role) => role === 'peer');
