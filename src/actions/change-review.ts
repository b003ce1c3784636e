import type { Edit, Entry } from '../entry/entry.ts';
import { type Clash, merge } from '../entry/merge.ts';
import { entryFrom, knowEntry, type Problem, readEntry } from '../intake/index.ts';
import { entryToJson } from '../publish/json.ts';
import type { Signature, Store, StoredReview } from '../store/ports.ts';

export type Changed =
  | { readonly kind: 'changed'; readonly stored: StoredReview; readonly entry: Entry }
  /** The edit leaves everything as it is: nothing was written. */
  | { readonly kind: 'unchanged'; readonly stored: StoredReview }
  /** What the edit makes has a wrong shape: nothing was written. */
  | { readonly kind: 'problems'; readonly problems: readonly Problem[] }
  /** Somebody else changed the same field meanwhile: theirs stands, and nothing of ours was written. */
  | { readonly kind: 'clash'; readonly clashes: readonly Clash[]; readonly theirs: StoredReview }
  | { readonly kind: 'gone' };

/** What a change needs of the outside. */
export interface Needs {
  readonly store: Pick<Store, 'reviews' | 'history'>;
  readonly now: () => Date;
}

/** How often a change is brought together anew with what others saved between reading and writing. */
const TRIES = 5;

/**
 * Changes what is entered about a review. `seen` is the version that the person had before their eyes: the edit is made
 * to that one and brought together with whatever others saved since, so that two people who change different things
 * never disturb each other. `signature.why` is what the history and the line above the page will say: a sentence
 * without its full stop, such as “Removed Priya Shah from the people”.
 */
export async function changeReview(
  { store, now }: Needs,
  id: string,
  seen: number,
  edit: Edit,
  signature: Signature,
): Promise<Changed> {
  const before = await entryAt(store, id, seen);
  for (let tries = 0; tries < TRIES; tries++) {
    const stored = await store.reviews.find(id);
    if (!stored) return { kind: 'gone' };
    const theirs = readEntry(stored.file);
    if (!theirs.ok) return { kind: 'problems', problems: theirs.problems };
    const base = before ?? theirs.value;
    const result = await saveMerged({ store, now }, stored, base, edit(base), theirs.value, signature);
    if (result) return result;
  }
  throw new Error(`Review ${id} is being saved too often to be changed`);
}

/** Undefined where somebody saved between our reading and our writing. */
export async function saveMerged(
  { store, now }: Needs,
  stored: StoredReview,
  before: Entry,
  ours: Entry,
  theirs: Entry,
  signature: Signature,
): Promise<Changed | undefined> {
  const merged = merge(before, ours, theirs);
  if (!merged.ok) return { kind: 'clash', clashes: merged.clashes, theirs: stored };
  if (entryToJson(merged.entry) === entryToJson(theirs)) return { kind: 'unchanged', stored };
  const stamped = {
    ...merged.entry,
    review: {
      ...merged.entry.review,
      revision: (theirs.review.revision ?? 1) + 1,
      editedAt: now().toISOString(),
    },
  };
  const shaped = entryFrom(structuredClone(stamped));
  if (!shaped.ok) return { kind: 'problems', problems: shaped.problems };
  const { council, firstDay } = shaped.value.review;
  const file = entryToJson(shaped.value);
  const saved = await store.reviews.save(
    { id: stored.id, council, firstDay, file },
    stored.version,
    signature,
  );
  if (!saved.saved) return undefined;
  // Its shape was looked at a moment ago: the next page need not ask again.
  const entry = knowEntry(file);
  return { kind: 'changed', stored: saved.stored, entry };
}

/** What was entered as a version left it; undefined where that is not known (any more). */
export async function entryAt(
  store: Needs['store'],
  id: string,
  version: number,
): Promise<Entry | undefined> {
  const file = await store.history.fileAt('review', id, version);
  const reading = file === undefined ? undefined : readEntry(file);
  return reading?.ok ? reading.value : undefined;
}
