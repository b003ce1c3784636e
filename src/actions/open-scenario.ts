import type { Store } from '../store/ports.ts';
import { createOpenReview, type OpenById, type Opening } from './open-review.ts';
import { type Drafts, draftsIn } from './scenarios.ts';

/** A review with a what-if in the place of its draft. */
export interface OpenScenario {
  readonly id: string;
  readonly name: string;
  readonly drafts: Drafts;
  readonly opening: Opening;
}

/** Opens a what-if of a review; undefined where there is none such. */
export type OpenScenarioById = (review: string, scenario: string) => Promise<OpenScenario | undefined>;

/** Of so many what was worked out is kept. */
const MOST = 5;

export function createOpenScenario(needs: {
  readonly store: Pick<Store, 'reviews' | 'scenarios' | 'history'>;
  readonly now: () => Date;
}): OpenScenarioById {
  const kept = new Map<string, { readonly drafts: Drafts; readonly open: OpenById }>();
  return async (review, id) => {
    const found = await needs.store.scenarios.find(review, id);
    if (!found) {
      kept.delete(id);
      return undefined;
    }
    const drafts = kept.get(id)?.drafts ?? draftsIn(needs.store, id);
    const known = kept.get(id) ?? { drafts, open: createOpenReview({ store: drafts, now: needs.now }) };
    // The one that was asked for last is the last to go.
    kept.delete(id);
    kept.set(id, known);
    for (const oldest of kept.keys()) if (kept.size > MOST) kept.delete(oldest);
    const opening = await known.open(review);
    return opening && { id, name: found.name, drafts, opening };
  };
}
