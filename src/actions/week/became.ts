import { type Change, changesBetween } from '../../programme/changes.ts';
import { knownToBoth } from '../../review/known-to-both.ts';
import type { Review } from '../../review/review.ts';
import type { Happening } from '../../store/happenings-port.ts';
import type { Store } from '../../store/ports.ts';
import { openRelease } from '../amendments.ts';
import { draftAt } from '../change-draft.ts';

/** What came of something that happened. */
export interface Became {
  readonly review: Review;
  readonly changes: readonly Change[];
}

/**
 * What was changed when a happening was mended: between the releases, where that was approved with it, else in the
 * draft. Undefined where nothing was, or it can’t be read any more.
 */
export async function becameOf(
  store: Pick<Store, 'releases' | 'programmes' | 'history'>,
  review: Review,
  { state, release, draftVersion }: Happening,
): Promise<Became | undefined> {
  if (state !== 'mended' || draftVersion === undefined) return undefined;
  if (release !== undefined) {
    const after = openRelease(await store.releases.find(review.id, release));
    const before = openRelease(await store.releases.find(review.id, release - 1));
    if (!after || !before) return undefined;
    const known = knownToBoth(before.review, after.review);
    return { review: known, changes: changesBetween(known, before.programme, after.programme) };
  }
  const [before, after] = [
    await draftAt(store, review, draftVersion - 1),
    await draftAt(store, review, draftVersion),
  ];
  return before && after && { review, changes: changesBetween(review, before, after) };
}
