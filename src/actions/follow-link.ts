import type { Store } from '../store/ports.ts';
import type { OpenById, OpenReview } from './open-review.ts';

/** Where a private link leads. */
export interface Followed {
  readonly link: string;
  readonly person: string;
  readonly open: OpenReview;
}

/** What a token opens; undefined where there is nothing: never issued, revoked, or its review gone. */
export async function followLink(store: Store, open: OpenById, token: string): Promise<Followed | undefined> {
  const found = await store.feedTokens.open(token);
  const opening = found && (await open(found.review));
  return found && opening?.ok ? { link: found.id, person: found.person, open: opening.open } : undefined;
}
