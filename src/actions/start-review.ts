import { reviewId, startedEntry } from '../entry/start.ts';
import { entryToJson } from '../publish/json.ts';
import { NEW, type Signature, type Store, type StoredReview } from '../store/ports.ts';

interface Needs {
  readonly store: Pick<Store, 'reviews'>;
  readonly now: () => Date;
}

/** Starts a review of a council and a week, under an id that no other has; it belongs to `founder`, an account. */
export async function startReview(
  { store, now }: Needs,
  { council, firstDay }: { readonly council: string; readonly firstDay: string },
  signature: Signature,
  founder: string | undefined,
): Promise<StoredReview> {
  for (let n = 1; ; n++) {
    const id = reviewId(council, firstDay, n);
    if (await store.reviews.find(id)) continue;
    const file = entryToJson(startedEntry(id, council, firstDay, now().toISOString()));
    const saved = await store.reviews.save({ id, council, firstDay, file }, NEW, signature, founder);
    // Somebody started one of the same name at the same moment: theirs has this id, ours takes the next.
    if (saved.saved) return saved.stored;
  }
}
