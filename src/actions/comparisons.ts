import type { Alternatives } from '../programme/alternatives.ts';
import type { Job } from '../store/jobs-port.ts';
import type { Store } from '../store/ports.ts';
import type { Background } from './background/background.ts';
import { type Tried, triedBy, waysFrom } from './background/find-ways.ts';
import type { OpenReview } from './open-review.ts';

/** How far the search for alternatives to a draft is. */
export type Comparison =
  /** `outdated`: somebody asked of how they were before, and what was or would have been found counts no more. */
  | { readonly state: 'not asked'; readonly outdated?: boolean }
  | { readonly state: 'working'; readonly tried: Tried | undefined }
  | { readonly state: 'done'; readonly found: Alternatives }
  | { readonly state: 'failed' };

/** Alternatives to the drafts of reviews, looked for in the background when somebody asks, and kept while they hold. */
export interface Comparisons {
  /** Of the review and its draft as they are now; what was found for how they were does not count. */
  readonly of: (open: OpenReview) => Promise<Comparison>;
  readonly begin: (open: OpenReview, by: string) => Promise<void>;
  /** Waits until they are there, but no longer than so many milliseconds. */
  readonly soon: (open: OpenReview, patience: number) => Promise<void>;
}

/** Milliseconds for a search that is of no use any more to hear that it is to stop. */
const STOPPING = 3_000;

const isAbout = (job: Job, { line, draft }: OpenReview): boolean =>
  job.reviewVersion === line.version && job.draftVersion === draft?.version;

export function createComparisons(background: Background, store: Pick<Store, 'jobs'>): Comparisons {
  const latest = ({ review }: OpenReview) => background.of(review.id, 'alternatives');
  return {
    async of(open) {
      const job = await latest(open);
      if (!job || !isAbout(job, open)) return { state: 'not asked', outdated: job !== undefined };
      if (job.state !== 'ended') return { state: 'working', tried: triedBy(job) };
      if (job.ended === 'broke off') return { state: 'failed' };
      const found = await store.jobs.foundBy(job.id);
      return found === undefined ? { state: 'not asked' } : { state: 'done', found: waysFrom(found) };
    },
    async begin(open, by) {
      const { review, line, draft } = open;
      // There is nothing to hold alternatives against while there is no draft.
      if (!draft) return;
      const before = await latest(open);
      if (before && isAbout(before, open) && before.ended === 'found') return;
      if (before && before.state !== 'ended' && !isAbout(before, open)) {
        await background.stop(review.id, 'alternatives', by);
        await background.soon(review.id, 'alternatives', STOPPING);
      }
      const asked = { review: review.id, reviewVersion: line.version, draftVersion: draft.version } as const;
      await background.ask({ ...asked, kind: 'alternatives' }, { by, why: 'Looked for alternatives' });
    },
    soon: ({ review }, patience) => background.soon(review.id, 'alternatives', patience),
  };
}
