import { createHash } from 'node:crypto';
import { changeName, changesBetween } from '../programme/changes.ts';
import { type ReleaseEntry, releasesAtom } from '../publish/atom.ts';
import { knownToBoth } from '../review/known-to-both.ts';
import type { FeedToken, Store } from '../store/ports.ts';
import { openRelease } from './amendments.ts';

/** So many releases are told of: who follows them has read those before. */
const MOST = 20;

/** Addresses of the pages, as those who follow the feed reach them. */
export interface ReleasePages {
  readonly releases: (review: string) => string;
  readonly release: (review: string, number: number) => string;
}

/** The feed of a review's releases as it would be sent now; the text is made when it is asked for. */
export interface FollowedReleases {
  /** Changes with what the feed says, and with nothing else. */
  readonly etag: string;
  readonly text: () => Promise<string>;
}

/** Undefined for a link to something else, and where the review is gone. */
export async function followReleases(
  store: Pick<Store, 'reviews' | 'releases'>,
  link: Pick<FeedToken, 'review' | 'kind'>,
  pages: ReleasePages,
): Promise<FollowedReleases | undefined> {
  const stored = link.kind === 'releases' ? await store.reviews.find(link.review) : undefined;
  if (!stored) return undefined;
  const lines = await store.releases.of(stored.id);
  const page = pages.releases(stored.id);
  // Erasing a person rewrites releases, and makes another version of the review.
  const of = JSON.stringify([stored.version, stored.council, page, lines]);
  const entries = async (): Promise<readonly ReleaseEntry[]> => {
    const told: ReleaseEntry[] = [];
    let before = openRelease(await store.releases.find(stored.id, (lines.at(-MOST)?.number ?? 1) - 1));
    for (const { number, at, by, note } of lines.slice(-MOST)) {
      const opened = openRelease(await store.releases.find(stored.id, number));
      const known = opened && before && knownToBoth(before.review, opened.review);
      const changes = known ? changesBetween(known, before!.programme, opened!.programme) : [];
      const words = known ? changes.map((change) => changeName(known, change)) : [];
      told.unshift({ number, at, by, note, changes: words, href: pages.release(stored.id, number) });
      before = opened;
    }
    return told;
  };
  return {
    etag: `"${createHash('sha256').update(of).digest('base64url')}"`,
    text: async () =>
      releasesAtom({
        review: stored.id,
        council: stored.council,
        since: stored.savedAt,
        page,
        releases: await entries(),
      }),
  };
}
