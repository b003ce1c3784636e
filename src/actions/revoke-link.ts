import type { FeedKind, FeedToken, Saved, Signature, Store } from '../store/ports.ts';

/** Ends a private link of this review: whoever still has it is told that there is nothing there. */
export async function revokeLink(
  store: Pick<Store, 'feedTokens'>,
  review: string,
  link: string,
  signature: Signature,
): Promise<Saved<FeedToken>> {
  const found = (await store.feedTokens.of(review)).find((token) => token.id === link);
  return found
    ? store.feedTokens.revoke(link, found.version, signature)
    : { saved: false, theirs: undefined };
}

/** Ends every private link of a kind that somebody has; gives how many there were. */
export async function revokeLinks(
  store: Pick<Store, 'feedTokens'>,
  review: string,
  kind: FeedKind,
  person: string,
  signature: Signature,
): Promise<number> {
  let ended = 0;
  for (const link of await store.feedTokens.of(review)) {
    if (link.kind !== kind || link.person !== person || link.revokedAt !== undefined) continue;
    if ((await store.feedTokens.revoke(link.id, link.version, signature)).saved) ended++;
  }
  return ended;
}
