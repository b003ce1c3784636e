import type { Role } from '../accounts/roles.ts';
import { isSampleId } from '../review/sample-id.ts';
import type { Member } from '../store/accounts-port.ts';
import type { Store } from '../store/ports.ts';
import { type ListedReview, listReviews } from './list-reviews.ts';
import type { OpenById } from './open-review.ts';

/** A review as a coordinator sees it: how it stands, and whom to ask; nothing of what is in it. */
export interface CoordinatedReview extends ListedReview {
  /** When its last release was approved, UTC; undefined: none was. */
  readonly approvedAt: string | undefined;
  readonly releases: number;
  readonly members: Readonly<Record<Role, readonly Pick<Member, 'name' | 'email'>[]>>;
}

/** Every review but samples that somebody plays with, in order of their weeks. */
export async function allReviews(
  store: Pick<Store, 'reviews' | 'releases' | 'agreements' | 'members'>,
  open: OpenById,
): Promise<readonly CoordinatedReview[]> {
  const listed = await listReviews(store, open, (id) => (isSampleId(id) ? undefined : 'works on it'));
  return Promise.all(
    listed.map(async (one) => {
      const [releases, members] = await Promise.all([
        store.releases.of(one.line.id),
        store.members.of(one.line.id),
      ]);
      const those = (role: Role) => members.filter(({ roles }) => roles.includes(role));
      return {
        ...one,
        approvedAt: releases.at(-1)?.at,
        releases: releases.length,
        members: { organiser: those('organiser'), manager: those('manager'), peer: those('peer') },
      };
    }),
  );
}
