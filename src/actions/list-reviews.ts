import type { ReviewLine, Store } from '../store/ports.ts';
import type { OpenById } from './open-review.ts';
import { type Standing, standingIn } from './standing.ts';

export interface ListedReview {
  readonly line: ReviewLine;
  /** Those who only look on are told no more than whether anything is agreed. */
  readonly standing: Standing;
}

/** How somebody is part of a review; undefined: not at all. */
export type Part = 'works on it' | 'looks on' | undefined;

/** The reviews that somebody is part of with where each stands, in order of their weeks. */
export async function listReviews(
  store: Pick<Store, 'reviews' | 'releases' | 'agreements'>,
  open: OpenById,
  partIn: (review: string) => Part,
): Promise<readonly ListedReview[]> {
  const listed: ListedReview[] = [];
  for (const line of await store.reviews.list()) {
    const part = partIn(line.id);
    if (part === 'looks on') {
      const agreed = (await store.releases.of(line.id)).length > 0;
      const waitsFor = agreed ? 'nothing' : 'approval';
      listed.push({ line, standing: { waitsFor, broken: 0, missing: 0, blocking: 0 } });
    } else if (part) {
      const opening = await open(line.id);
      if (opening) listed.push({ line, standing: await standingIn(store, opening) });
    }
  }
  return listed;
}
