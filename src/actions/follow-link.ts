import type { FeedKind, Store } from '../store/ports.ts';
import type { Agreed, OpenAgreed } from './open-agreed.ts';

/** Where a private link leads: to what was agreed, never to a draft. */
export interface Followed extends Agreed {
  readonly link: string;
  readonly kind: FeedKind;
  readonly person: string;
}

/** What a token opens; undefined where there is nothing: never issued, revoked, or its review gone. */
export async function followLink(
  store: Pick<Store, 'feedTokens'>,
  open: OpenAgreed,
  token: string,
): Promise<Followed | undefined> {
  const found = await store.feedTokens.open(token);
  const agreed = found && (await open(found.review));
  return found && agreed && { ...agreed, link: found.id, kind: found.kind, person: found.person };
}
