import type { Solve, SolveOptions } from '../programme/outcome.ts';
import { programmeToJson } from '../publish/json.ts';
import { NEW, type Saved, type Signature, type Store, type StoredProgramme } from '../store/ports.ts';
import type { OpenReview } from './open-review.ts';

/** Builds a programme for a review and saves it as the draft, over the one that there was when the building began. */
export async function buildProgramme(
  { store, solve }: { readonly store: Store; readonly solve: Solve },
  { review, line }: OpenReview,
  options: SolveOptions,
  signature: Signature,
): Promise<Saved<StoredProgramme>> {
  const before = await store.programmes.draftOf(review.id);
  const { programme, status, conflicts, gap } = await solve(review, options);
  return store.programmes.saveDraft(
    {
      review: review.id,
      reviewVersion: line.version,
      file: programmeToJson(review, programme),
      answer: { status, conflicts, ...(gap !== undefined && { gap }) },
    },
    before?.version ?? NEW,
    signature,
  );
}
