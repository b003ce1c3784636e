import { type Problem, readReview } from '../intake/index.ts';
import { NEW, type Signature, type Store, type StoredReview } from '../store/ports.ts';

export type Imported =
  | { readonly kind: 'imported' | 'unchanged'; readonly stored: StoredReview }
  | { readonly kind: 'problems'; readonly problems: readonly Problem[] }
  /** Somebody saved the review while this was being read. */
  | { readonly kind: 'conflict'; readonly theirs: StoredReview | undefined };

/** Takes a review's file into the store, over the one of the same id if there is one: its history keeps what it was. */
export async function importReview(store: Store, file: string, signature: Signature): Promise<Imported> {
  const reading = readReview(file);
  if (!reading.ok) return { kind: 'problems', problems: reading.problems };
  const { id, council, week } = reading.value;
  const there = await store.reviews.find(id);
  if (there?.file === file) return { kind: 'unchanged', stored: there };
  const result = await store.reviews.save(
    { id, council, firstDay: week.firstDay, file },
    there?.version ?? NEW,
    signature,
  );
  return result.saved
    ? { kind: 'imported', stored: result.stored }
    : { kind: 'conflict', theirs: result.theirs };
}
