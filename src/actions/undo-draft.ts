import type { Signature, Store } from '../store/ports.ts';
import { type DraftChanged, draftAt, saveDraftMerged } from './change-draft.ts';
import type { OpenReview } from './open-review.ts';

/** Takes back what made a version of the draft, a whole re-build too, and leaves what was moved after it. */
export async function undoDraft(
  store: Pick<Store, 'programmes' | 'history'>,
  { review, line }: OpenReview,
  version: number,
  signature: Signature,
): Promise<DraftChanged> {
  const after = await draftAt(store, review, version);
  const before = await draftAt(store, review, version - 1);
  if (!after || !before) return { kind: 'gone' };
  return saveDraftMerged(store, { review, reviewVersion: line.version }, after, before, signature);
}
