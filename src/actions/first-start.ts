import type { Store } from '../store/ports.ts';
import { importReview } from './import-review.ts';
import type { OpenById, OpenReview } from './open-review.ts';

const signature = { by: 'Peerweek', why: 'The sample, put in at the first start' };

/** Puts the sample into an empty store and has its programme built, so that there is something to look at. */
export async function firstStart(
  needs: {
    readonly store: Store;
    readonly open: OpenById;
    readonly build: (sample: OpenReview) => Promise<unknown>;
  },
  sample: string,
): Promise<'filled' | 'not empty'> {
  if ((await needs.store.reviews.list()).length > 0) return 'not empty';
  const imported = await importReview(needs.store, sample, signature);
  if (imported.kind === 'problems') throw new Error('The sample review can’t be read');
  const id = imported.kind === 'conflict' ? undefined : imported.stored.id;
  const opening = id === undefined ? undefined : await needs.open(id);
  // Somebody else started at the same moment and is filling it.
  if (imported.kind !== 'imported' || !opening?.ok) return 'not empty';
  await needs.build(opening.open);
  return 'filled';
}
