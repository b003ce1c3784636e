import type { Signature, Store } from '../store/ports.ts';

/** Who a review that came in by the command line belongs to, as it turns out. */
export type Given = 'given' | 'nobody may see it' | 'seen by its members' | 'waits for the first account';

/**
 * Makes somebody the organiser of a review that was taken in past the pages, which know nobody of it. `account`:
 * undefined where nobody was named: then it is only said who may see it.
 */
export async function giveOrganiser(
  store: Pick<Store, 'accounts' | 'members'>,
  review: string,
  account: string | undefined,
  signature: Signature,
): Promise<Given> {
  if (account !== undefined) {
    await store.members.join(review, account, ['organiser', 'manager'], signature);
    return 'given';
  }
  if ((await store.members.of(review)).length > 0) return 'seen by its members';
  return (await store.accounts.none()) ? 'waits for the first account' : 'nobody may see it';
}
