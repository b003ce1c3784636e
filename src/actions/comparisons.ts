import type { Alternatives, FindAlternatives } from '../programme/alternatives.ts';
import type { OpenReview } from './open-review.ts';

/** How far the search for alternatives to a draft is. */
export type Comparison =
  | { readonly state: 'not asked' }
  /** `done` settles, never rejects, when it is no longer at work. */
  | { readonly state: 'working'; readonly tried: number; readonly all: number; readonly done: Promise<void> }
  | { readonly state: 'done'; readonly found: Alternatives }
  | { readonly state: 'failed' };

/** Alternatives to the drafts of reviews, worked out when somebody asks and kept while they hold. */
export interface Comparisons {
  /** Of this draft of this review as they are now; what was found for others does not count. */
  readonly of: (open: OpenReview) => Comparison;
  /** Begins the search where it is not at work or done. */
  readonly begin: (open: OpenReview) => Comparison;
}

/** Of so many reviews they are kept; those not looked at the longest go first. */
const KEPT = 20;

const NOT_ASKED: Comparison = { state: 'not asked' };

/** `failed` is told of what went wrong, for the log. */
export function createComparisons(find: FindAlternatives, failed: (error: unknown) => void): Comparisons {
  const kept = new Map<string, { readonly key: string; now: Comparison }>();
  const keyOf = ({ line, draft }: OpenReview): string => `${line.version} ${draft?.version ?? 0}`;
  const entryOf = (open: OpenReview) => {
    const entry = kept.get(open.review.id);
    return entry?.key === keyOf(open) ? entry : undefined;
  };
  return {
    of: (open) => entryOf(open)?.now ?? NOT_ASKED,
    begin(open) {
      const { review, draft } = open;
      const before = entryOf(open);
      if (!draft || before?.now.state === 'working' || before?.now.state === 'done')
        return before?.now ?? NOT_ASKED;
      const entry: { readonly key: string; now: Comparison } = { key: keyOf(open), now: NOT_ASKED };
      const work = async (): Promise<void> => {
        try {
          const found = await find(review, {
            seed: draft.programme.seed ?? 1,
            first: draft.programme,
            progress(tried, all) {
              entry.now = { state: 'working', tried, all, done };
            },
          });
          entry.now = { state: 'done', found };
        } catch (error) {
          entry.now = { state: 'failed' };
          failed(error);
        }
      };
      // Begun in the next turn, so that what it tells of finds `done`.
      const done = Promise.resolve().then(work);
      entry.now = { state: 'working', tried: 0, all: 0, done };
      kept.delete(review.id);
      kept.set(review.id, entry);
      for (const oldest of kept.keys()) if (kept.size > KEPT) kept.delete(oldest);
      return entry.now;
    },
  };
}
