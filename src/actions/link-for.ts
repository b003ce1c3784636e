import { afterMinutes, LINK_MINUTES } from '../accounts/lifetimes.ts';
import type { Store } from '../store/ports.ts';

/**
 * A fresh token to sign in with for somebody who has an account or an invitation, for whoever sits at the server's
 * terminal to hand on; undefined: there is neither.
 */
export async function linkFor(
  store: Pick<Store, 'accounts' | 'invitations' | 'signIns'>,
  now: () => Date,
  email: string,
): Promise<string | undefined> {
  const known =
    (await store.accounts.byEmail(email)) !== undefined ||
    (await store.invitations.openFor(email)).length > 0;
  return known
    ? store.signIns.offer({ kind: 'sign-in', email, endsAt: afterMinutes(now(), LINK_MINUTES) })
    : undefined;
}
