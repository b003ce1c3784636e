import type { Explain } from '../programme/explanation.ts';
import type { Solve, SolveOptions } from '../programme/outcome.ts';
import { programmeToJson } from '../publish/json.ts';
import { NEW, type Saved, type Signature, type Store, type StoredProgramme } from '../store/ports.ts';
import type { OpenReview } from './open-review.ts';

/**
 * Builds a programme for a review and saves it as the draft, over the one that there was when the building began. Where
 * it leaves out what must be held, the reasons are gone into before they are saved.
 */
export async function buildProgramme(
  { store, solve, explain }: { readonly store: Store; readonly solve: Solve; readonly explain?: Explain },
  { review, line }: OpenReview,
  options: SolveOptions,
  signature: Signature,
): Promise<Saved<StoredProgramme>> {
  const before = await store.programmes.draftOf(review.id);
  const { programme, status, conflicts, gap, cost } = await solve(review, options);
  const { keep, signal } = options;
  const explained =
    explain && cost[0] > 0 && !signal?.aborted
      ? await explain(review, programme, { ...(keep && { keep }), ...(signal && { signal }) })
      : undefined;
  return store.programmes.saveDraft(
    {
      review: review.id,
      reviewVersion: line.version,
      file: programmeToJson(review, programme),
      answer: { status, conflicts: explained?.conflicts ?? conflicts, ...(gap !== undefined && { gap }) },
    },
    before?.version ?? NEW,
    signature,
  );
}
