import type { Entry } from '../entry/entry.ts';
import { type Problem, readEntry } from '../intake/index.ts';
import type { ReviewLine, Store } from '../store/ports.ts';
import type { OpenById, OpenReview } from './open-review.ts';

/** A review as it stands while it is being entered. */
export interface OpenEntry {
  readonly line: ReviewLine;
  readonly entry: Entry;
  /** What stands between what is entered and a programme; none: it can be built. */
  readonly problems: readonly Problem[];
  /** The checked review with its draft and findings; undefined while there are problems. */
  readonly open: OpenReview | undefined;
}

export type OpeningEntry =
  | { readonly ok: true; readonly open: OpenEntry }
  /** Not even the shape of what is stored can be read: it came from outside. */
  | { readonly ok: false; readonly line: ReviewLine; readonly problems: readonly Problem[] };

/** Opens what is entered, whole or not; undefined for a review that is not there. */
export async function openEntry(
  store: Pick<Store, 'reviews'>,
  open: OpenById,
  id: string,
): Promise<OpeningEntry | undefined> {
  const stored = await store.reviews.find(id);
  if (!stored) return undefined;
  const { file, ...line } = stored;
  const reading = readEntry(file);
  if (!reading.ok) return { ok: false, line, problems: reading.problems };
  const opening = await open(id);
  if (!opening) return undefined;
  return {
    ok: true,
    open: {
      line,
      entry: reading.value,
      problems: opening.ok ? [] : opening.problems,
      open: opening.ok ? opening.open : undefined,
    },
  };
}
