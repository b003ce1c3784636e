import type { Entry } from '../entry/entry.ts';
import { erasePerson, everyText } from '../entry/person/erase.ts';
import { eraser, type Known } from '../entry/person/terms.ts';
import { readEntry } from '../intake/index.ts';
import { entryToJson } from '../publish/json.ts';
import { pretty } from '../publish/pretty.ts';
import type { Store } from '../store/ports.ts';
import { erasedWords } from './erasure.ts';
import { knownIn } from './known-person.ts';

export type ErasedPerson =
  | { readonly kind: 'erased'; readonly version: number }
  /** Nobody of this id is or was in the review. */
  | { readonly kind: 'nobody' }
  | { readonly kind: 'gone' };

const TRIES = 5;

/**
 * Takes a person out of a review and everything that is kept of it, for good: their record in every version that the
 * history has, their name in every text, their links and the messages to them. What others stand on stays without them
 * (“Erased person”). What is left of it in backups is not reached.
 */
export async function erasePersonOf(
  { store, now }: { readonly store: Store; readonly now: () => Date },
  review: string,
  id: string,
  by: string,
): Promise<ErasedPerson> {
  for (let tries = 0; tries < TRIES; tries++) {
    const stored = await store.reviews.find(review);
    const reading = stored && readEntry(stored.file);
    if (!stored || !reading?.ok) return { kind: 'gone' };
    const known = await knownIn(store, reading.value, review, id);
    if (!known) return { kind: 'nobody' };
    const plain = eraser(known);
    const erased = await store.persons.erase(
      review,
      stored.version,
      {
        person: id,
        emails: known.emails,
        text: (text) => inText(text, known, plain),
        review: (file) => stamped(inText(file, known, plain), now),
      },
      // Whoever erases themself signs nothing any more.
      { by: plain(by), why: erasedWords },
    );
    if (erased) return { kind: 'erased', version: stored.version + 1 };
  }
  throw new Error(`Review ${review} is being saved too often for anybody to be erased from it`);
}

/** A text without the person: field by field where it is the file of a review or programme. */
function inText(text: string, known: Known, plain: (text: string) => string): string {
  const value = /^\s*[{[]/.test(text) ? parsed(text) : undefined;
  if (typeof value !== 'object' || value === null) return plain(text);
  const isReview = 'review' in value && typeof value.review === 'object';
  const after = isReview ? erasePerson(value as Entry, known) : everyText(value, plain);
  return JSON.stringify(after) === JSON.stringify(value) ? text : pretty(after);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Counted as an edit, so that calendars that were given out follow. */
function stamped(file: string, now: () => Date): string {
  const entry = JSON.parse(file) as Entry;
  const { revision = 1 } = entry.review;
  return entryToJson({
    ...entry,
    review: { ...entry.review, revision: revision + 1, editedAt: now().toISOString() },
  });
}
