import type { Role } from './roles.ts';

/** Somebody of a review, as the rules about members see them. */
export interface Part {
  readonly account: string;
  readonly roles: readonly Role[];
}

/** Whom somebody with these roles may invite: an organiser anybody, a review manager the team that they bring. */
export const mayInvite = (own: readonly Role[]): readonly Role[] =>
  own.includes('organiser')
    ? ['organiser', 'manager', 'peer']
    : own.includes('manager')
      ? ['manager', 'peer']
      : [];

export type Refusal =
  /** Only an organiser may do this, or somebody about themselves. */
  | 'not yours to change'
  /** A review without an organiser could be opened to nobody any more. */
  | 'last organiser'
  /** Somebody without a role is not part of the review: that is a removal. */
  | 'no role';

const organisers = (members: readonly Part[]) => members.filter((m) => m.roles.includes('organiser'));

/** Why `by` may not give `whom` just these roles; undefined: they may. */
export function whyNotRoles(
  members: readonly Part[],
  by: string,
  whom: string,
  roles: readonly Role[],
): Refusal | undefined {
  if (roles.length === 0) return 'no role';
  if (!organisers(members).some((m) => m.account === by)) return 'not yours to change';
  return roles.includes('organiser') ? undefined : whyNotWithout(members, whom);
}

/** Why `by` may not take `whom` out of the review; undefined: they may. Everybody may leave, the last organiser apart. */
export function whyNotRemove(members: readonly Part[], by: string, whom: string): Refusal | undefined {
  const own = members.find((m) => m.account === by)?.roles ?? [];
  const theirs = members.find((m) => m.account === whom)?.roles ?? [];
  const may =
    by === whom ||
    own.includes('organiser') ||
    // A review manager brings the team, and may part with any of it.
    (own.includes('manager') && theirs.every((role) => role === 'peer'));
  return may ? whyNotWithout(members, whom) : 'not yours to change';
}

function whyNotWithout(members: readonly Part[], whom: string): Refusal | undefined {
  const [one, ...others] = organisers(members);
  return others.length === 0 && one?.account === whom ? 'last organiser' : undefined;
}
