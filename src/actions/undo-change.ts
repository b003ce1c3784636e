import { readEntry } from '../intake/index.ts';
import type { Signature } from '../store/ports.ts';
import { type Changed, entryAt, type Needs, saveMerged } from './change-review.ts';

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
  const [after, before] = [await entryAt(store, id, version), await entryAt(store, id, version - 1)];
  for (;;) {
    const stored = await store.reviews.find(id);
    if (!stored || !after || !before) return { kind: 'gone' };
    const theirs = readEntry(stored.file);
    if (!theirs.ok) return { kind: 'problems', problems: theirs.problems };
    const result = await saveMerged(needs, stored, after, before, theirs.value, signature);
    if (result) return result;
  }
}
