import type { OpenReview } from '../../../src/actions/open-review.ts';
import { readEntry } from '../../../src/intake/index.ts';
import type { Store } from '../../../src/store/ports.ts';
import { addresses } from '../../addresses.ts';
import { goOn } from '../set-up/steps.ts';

/** What is to be entered before building is worth a thought. */
export interface ToEnter {
  /** What the review waits for, a sentence without its full stop. */
  readonly waitsFor: string;
  readonly text: string;
  readonly href: string;
}

/** The first thing that a review at its beginning wants entered; undefined where there is a draft, or people to see. */
export async function toEnter(
  { reviews }: Pick<Store, 'reviews'>,
  { review, draft }: OpenReview,
): Promise<ToEnter | undefined> {
  if (draft) return undefined;
  const stored = await reviews.find(review.id);
  const reading = stored && readEntry(stored.file);
  const step = reading?.ok ? goOn(reading.value) : null;
  if (step)
    return { waitsFor: 'Setting up to be finished', text: `Go on with: ${step.title}`, href: step.href };
  if (review.contacts.length > 0) return undefined;
  return {
    waitsFor: 'The people to see to be entered',
    text: 'Go through the list of people to see',
    href: addresses.list(review.id),
  };
}
