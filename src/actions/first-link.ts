import { afterMinutes, LINK_MINUTES } from '../accounts/lifetimes.ts';
import type { Store } from '../store/ports.ts';

/** A fresh token for the link that makes the first account; undefined where somebody has one already. */
export async function firstLink(
  store: Pick<Store, 'accounts' | 'signIns'>,
  now: () => Date,
): Promise<string | undefined> {
  if (!(await store.accounts.none())) return undefined;
  return store.signIns.offer({ kind: 'first', endsAt: afterMinutes(now(), LINK_MINUTES) });
}
