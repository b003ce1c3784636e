import { readDraft } from '../intake/index.ts';
import type { Signature, Store } from '../store/ports.ts';
import type { Scenario } from '../store/scenarios-port.ts';
import { changeDraft, type DraftChanged } from './change-draft.ts';
import type { OpenReview } from './open-review.ts';

/** Where a draft is kept, with its own history. */
export type Drafts = Pick<Store, 'reviews' | 'programmes' | 'history'>;

/**
 * A what-if as the place where a draft is kept: whatever works on the draft works on it. Its own history stands where
 * the draft’s would; what was entered about the review (locks too) is the same for both.
 */
export const draftsIn = (
  { reviews, scenarios, history }: Pick<Store, 'reviews' | 'scenarios' | 'history'>,
  scenario: string,
): Drafts => ({
  reviews,
  programmes: {
    async draftOf(review) {
      const found = await scenarios.find(review, scenario);
      if (!found) return undefined;
      const { version, reviewVersion, file, savedAt } = found;
      return { review, version, reviewVersion, file, savedAt };
    },
    async saveDraft({ review, reviewVersion, file }, expected, signature) {
      const changed = { review, id: scenario, reviewVersion, file };
      const result = await scenarios.save(changed, expected, signature);
      if (result.saved) {
        const { version, savedAt } = result.stored;
        return { saved: true, stored: { review, version, reviewVersion, file, savedAt } };
      }
      const { theirs } = result;
      return {
        saved: false,
        theirs: theirs && {
          review,
          version: theirs.version,
          reviewVersion: theirs.reviewVersion,
          file: theirs.file,
          savedAt: theirs.savedAt,
        },
      };
    },
  },
  history: {
    ...history,
    async of(review) {
      const lines = await history.of(review);
      return lines.flatMap((line) => {
        if (line.thing === 'programme') return [];
        if (line.thing !== 'scenario') return [line];
        return line.id === scenario ? [{ ...line, thing: 'programme' as const, id: review }] : [];
      });
    },
    fileAt: (thing, id, version) =>
      thing === 'programme'
        ? history.fileAt('scenario', scenario, version)
        : history.fileAt(thing, id, version),
  },
});

/** Begins a what-if from the draft as it is. Undefined where there is no draft. */
export async function beginScenario(
  store: Pick<Store, 'programmes' | 'scenarios'>,
  { review }: OpenReview,
  name: string,
  by: string,
): Promise<Scenario | undefined> {
  const draft = await store.programmes.draftOf(review.id);
  if (!draft) return undefined;
  const { version: begunFrom, reviewVersion, file } = draft;
  const begun = { review: review.id, name, begunFrom, reviewVersion, file };
  return store.scenarios.begin(begun, { by, why: `Began the what-if “${name}”` });
}

/**
 * Takes a what-if: what it moved since it was begun is moved in the draft, and what others moved there meanwhile stays.
 * It is thrown away once it was taken; the draft’s undo takes that back.
 */
export async function takeScenario(
  store: Pick<Store, 'programmes' | 'history' | 'scenarios'>,
  open: OpenReview,
  scenario: Scenario,
  by: string,
): Promise<DraftChanged> {
  const reading = readDraft(scenario.file, open.review);
  if (!reading.ok) return { kind: 'gone' };
  const taken = reading.value;
  const signature: Signature = { by, why: `Took the what-if “${scenario.name}”` };
  const result = await changeDraft(store, open, scenario.begunFrom, () => taken, signature);
  if (result.kind === 'changed' || result.kind === 'unchanged')
    await store.scenarios.drop(scenario.review, scenario.id, signature);
  return result;
}
