import type { ReviewLine, Store } from '../store/ports.ts';
import type { OpenById } from './open-review.ts';
import { type Standing, standingOf } from './standing.ts';

export interface ListedReview {
  readonly line: ReviewLine;
  readonly standing: Standing;
}

/** The reviews that somebody is part of with where each stands, in order of their weeks. */
export async function listReviews(
  store: Pick<Store, 'reviews'>,
  open: OpenById,
  isPart: (review: string) => boolean,
): Promise<readonly ListedReview[]> {
  const listed: ListedReview[] = [];
  for (const line of (await store.reviews.list()).filter(({ id }) => isPart(id))) {
    const opening = await open(line.id);
    if (opening) listed.push({ line, standing: standingOf(opening) });
  }
  return listed;
}
