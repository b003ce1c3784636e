import { contactOf, peerOf, roomOf } from '../review/facts.ts';
import type { Review } from '../review/review.ts';
import type { FeedKind, FeedToken, Signature, Store } from '../store/ports.ts';
import type { OpenReview } from './open-review.ts';

/** Whether there is something for a link of this kind to lead to. */
const leadsTo: Readonly<Record<FeedKind, (review: Review, id: string) => boolean>> = {
  peer: (review, id) => peerOf(review, id) !== undefined,
  contact: (review, id) => contactOf(review, id) !== undefined,
  room: (review, id) => roomOf(review, id) !== undefined,
  // Nobody's own: they are called what they are.
  whole: (_, id) => id === 'whole',
  board: (_, id) => id === 'board',
  releases: (_, id) => id === 'releases',
};

/**
 * Makes a private link to the week of a peer, a contact or a room, or to the whole. The token is told this once. Undefined
 * for what the review does not know.
 */
export async function issueLink(
  store: Pick<Store, 'feedTokens'>,
  { review }: Pick<OpenReview, 'review'>,
  person: string,
  signature: Signature,
  kind: FeedKind = 'peer',
): Promise<{ readonly token: string; readonly stored: FeedToken } | undefined> {
  return leadsTo[kind](review, person)
    ? store.feedTokens.issue(review.id, person, signature, kind)
    : undefined;
}
