import type { Alternative } from '../programme/alternatives.ts';
import { programmeToJson } from '../publish/json.ts';
import type { Saved, Store, StoredProgramme } from '../store/ports.ts';
import type { OpenReview } from './open-review.ts';

/**
 * Saves an alternative as the draft, over the one that it was held against: not saved where somebody changed that in
 * the meantime. The history says which was chosen. Undefined where there is no draft.
 */
export async function useAlternative(
  store: Store,
  { review, line, draft }: OpenReview,
  { title, programme, figures }: Alternative,
  by: string,
): Promise<Saved<StoredProgramme> | undefined> {
  if (!draft) return undefined;
  return store.programmes.saveDraft(
    {
      review: review.id,
      reviewVersion: line.version,
      file: programmeToJson(review, programme),
      answer: { status: figures.leftOut.must.length === 0 ? 'feasible' : 'unfinished', conflicts: [] },
    },
    draft.version,
    { by, why: `Chose among the alternatives: ${title}` },
  );
}
