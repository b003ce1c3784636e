import type { Review } from './review.ts';

/**
 * Works something out once for each review: a review is frozen, so what follows from it alone never changes. For facts
 * that rules ask for at every placement.
 */
export function perReview<T>(work: (review: Review) => T): (review: Review) => T {
  const known = new WeakMap<Review, { readonly value: T }>();
  return (review) => {
    let found = known.get(review);
    if (!found) {
      found = { value: work(review) };
      known.set(review, found);
    }
    return found.value;
  };
}
