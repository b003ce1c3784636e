import type { Entry } from '../entry/entry.ts';
import { readEntry } from '../intake/index.ts';
import type { Signature } from '../store/ports.ts';
import { type Changed, entryAt, type Needs, saveMerged } from './change-review.ts';

/**
 * An entry with the moments at which another was shared and approved: they tell what happened, and a release is never
 * altered, so none of it is taken back.
 */
function withAgreeing(entry: Entry, { review: { sharedAt, approvedAt } }: Entry): Entry {
  const { sharedAt: _, approvedAt: __, ...about } = entry.review;
  const moments = {
    ...(sharedAt !== undefined && { sharedAt }),
    ...(approvedAt !== undefined && { approvedAt }),
  };
  return { ...entry, review: { ...about, ...moments } };
}

/**
 * Takes back what made a version of a review, and leaves what was done after it: the version before it is brought
 * together with today's. Undoing an undo does it again. The first version can't be undone: before it there was nothing.
 */
export async function undoChange(
  needs: Needs,
  id: string,
  version: number,
  signature: Signature,
): Promise<Changed> {
  const { store } = needs;
  const [after, old] = [await entryAt(store, id, version), await entryAt(store, id, version - 1)];
  const before = after && old && withAgreeing(old, after);
  for (;;) {
    const stored = await store.reviews.find(id);
    if (!stored || !after || !before) return { kind: 'gone' };
    const theirs = readEntry(stored.file);
    if (!theirs.ok) return { kind: 'problems', problems: theirs.problems };
    const result = await saveMerged(needs, stored, after, before, theirs.value, signature);
    if (result) return result;
  }
}
