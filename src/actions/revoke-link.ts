import type { FeedToken, Saved, Signature, Store } from '../store/ports.ts';

/** Ends a private link of this review: whoever still has it is told that there is nothing there. */
export async function revokeLink(
  store: Store,
  review: string,
  link: string,
  signature: Signature,
): Promise<Saved<FeedToken>> {
  const found = (await store.feedTokens.of(review)).find((token) => token.id === link);
  return found
    ? store.feedTokens.revoke(link, found.version, signature)
    : { saved: false, theirs: undefined };
}
