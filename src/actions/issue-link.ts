import { peerOf } from '../review/facts.ts';
import type { FeedToken, Signature, Store } from '../store/ports.ts';
import type { OpenReview } from './open-review.ts';

/** Makes a private link to a peer's week. The token is told this once. Undefined for somebody not on the team. */
export async function issueLink(
  store: Store,
  { review }: OpenReview,
  peer: string,
  signature: Signature,
): Promise<{ readonly token: string; readonly stored: FeedToken } | undefined> {
  return peerOf(review, peer) && store.feedTokens.issue(review.id, peer, signature);
}
