import { whyNotRemove } from '../accounts/members.ts';
import type { Account } from '../store/accounts-port.ts';
import type { Store } from '../store/ports.ts';

export type Closed =
  | { readonly closed: true }
  /** Reviews of which they are the only organiser: nobody could open those any more. Nothing was left or closed. */
  | { readonly closed: false; readonly only: readonly string[] };

/**
 * Takes somebody off all their reviews and removes their account. What they changed stays in the histories under their
 * name. `only` is asked before anything is done; where somebody else leaves at the same moment, what was left stays so.
 */
export async function closeAccount(
  { accounts, members }: Pick<Store, 'accounts' | 'members'>,
  { id, name }: Account,
): Promise<Closed> {
  const parts = await members.ofAccount(id);
  const all = await Promise.all(parts.map(async ({ review }) => ({ review, of: await members.of(review) })));
  const only = all.filter(({ of }) => whyNotRemove(of, id, id) !== undefined).map(({ review }) => review);
  if (only.length > 0) return { closed: false, only };
  for (const { review, of } of all) {
    const own = of.find((m) => m.account === id);
    const signature = { by: name, why: `Took ${name} off the review` };
    const left = own && (await members.remove(own.id, own.version, id, signature));
    if (left && !left.saved) return { closed: false, only: [review] };
  }
  return (await accounts.close(id)) ? { closed: true } : { closed: false, only: [] };
}
