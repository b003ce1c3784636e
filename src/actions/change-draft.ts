import { readDraft } from '../intake/index.ts';
import type { Move } from '../programme/edit.ts';
import { mergeProgrammes } from '../programme/merge.ts';
import type { Programme } from '../programme/programme.ts';
import { programmeToJson } from '../publish/json.ts';
import type { Review } from '../review/review.ts';
import type { Signature, Store, StoredProgramme } from '../store/ports.ts';
import type { OpenReview } from './open-review.ts';

export type DraftChanged =
  | { readonly kind: 'changed'; readonly stored: StoredProgramme }
  /** It is as it was: nothing was written. */
  | { readonly kind: 'unchanged' }
  /** Somebody else moved the same sessions meanwhile: theirs stands. */
  | { readonly kind: 'clash'; readonly sessions: readonly string[]; readonly by: string }
  /** There is no draft, or what was seen of it can’t be read any more. */
  | { readonly kind: 'gone' };

type Kept = Pick<Store, 'programmes' | 'history'>;

/** A version of the draft; undefined where there is none, or the review has moved on from under it. */
export async function draftAt(store: Kept, review: Review, version: number): Promise<Programme | undefined> {
  const file = await store.history.fileAt('programme', review.id, version);
  const reading = file === undefined ? undefined : readDraft(file, review);
  return reading?.ok ? reading.value : undefined;
}

/** How often a change is brought together anew with what others saved between reading and writing. */
const TRIES = 5;

/**
 * Changes the draft programme by hand. `seen` is the version that the person had before their eyes: the change is made
 * to that one, and brought together with what others did since, session by session.
 */
export async function changeDraft(
  store: Kept,
  { review, line }: Pick<OpenReview, 'review' | 'line'>,
  seen: number,
  move: Move,
  signature: Signature,
): Promise<DraftChanged> {
  const before = await draftAt(store, review, seen);
  if (!before) return { kind: 'gone' };
  return saveDraftMerged(store, { review, reviewVersion: line.version }, before, move(before), signature);
}

/** Saves what somebody made of `before` over today’s draft, brought together with it. */
export async function saveDraftMerged(
  store: Kept,
  { review, reviewVersion }: { readonly review: Review; readonly reviewVersion: number },
  before: Programme,
  ours: Programme,
  signature: Signature,
): Promise<DraftChanged> {
  for (let tries = 0; tries < TRIES; tries++) {
    const stored = await store.programmes.draftOf(review.id);
    const theirs = stored && readDraft(stored.file, review);
    if (!stored || !theirs?.ok) return { kind: 'gone' };
    const merged = mergeProgrammes(before, ours, theirs.value);
    if (!merged.ok) {
      const lines = await store.history.of(review.id);
      const last = lines.findLast((l) => l.thing === 'programme' && l.version === stored.version);
      return { kind: 'clash', sessions: merged.sessions, by: last?.by ?? '' };
    }
    const file = programmeToJson(review, merged.programme);
    if (file === stored.file) return { kind: 'unchanged' };
    const result = await store.programmes.saveDraft(
      { review: review.id, reviewVersion, file },
      stored.version,
      signature,
    );
    if (result.saved) return { kind: 'changed', stored: result.stored };
  }
  throw new Error(`The draft of ${review.id} is being saved too often to be changed`);
}
