import type { Alternatives, FindAlternatives } from '../programme/alternatives.ts';
import { createKeptWork, type KeptWork, type Work } from './kept-work.ts';
import type { OpenReview } from './open-review.ts';

interface Tried {
  readonly tried: number;
  readonly all: number;
}

/** How far the search for alternatives to a draft is. */
export type Comparison = Work<Alternatives, Tried>;

/** Alternatives to the drafts of reviews, worked out when somebody asks and kept while they hold. */
export type Comparisons = KeptWork<OpenReview, Alternatives, Tried>;

/** `failed` is told of what went wrong, for the log. */
export const createComparisons = (find: FindAlternatives, failed: (error: unknown) => void): Comparisons => {
  const work = createKeptWork<OpenReview, Alternatives, Tried>({
    subject: ({ review }) => review.id,
    version: ({ line, draft }) => `${line.version} ${draft?.version ?? 0}`,
    failed,
    async work({ review, draft }, tell) {
      if (!draft) throw new Error('There is no draft to hold alternatives against');
      return find(review, {
        seed: draft.programme.seed ?? 1,
        first: draft.programme,
        progress: (tried, all) => tell({ tried, all }),
      });
    },
  });
  // There is nothing to hold alternatives against while there is no draft.
  return { ...work, begin: (open) => (open.draft ? work.begin(open) : work.of(open)) };
};
