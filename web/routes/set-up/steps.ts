import type { Entry } from '../../../src/entry/entry.ts';
import { addresses } from '../../addresses.ts';

/** The steps in which a review is set up, in their order. The first, council and week, is the page that starts one. */
export const steps = ['week', 'streams', 'options', 'enquiries', 'key-people'] as const;
export type Step = (typeof steps)[number];

export const stepTitles: Readonly<Record<Step, string>> = {
  week: 'The council and its week',
  streams: 'How many sessions run at once',
  options: 'Optional parts of the review',
  enquiries: 'Key lines of enquiry',
  'key-people': 'Sponsor and organiser',
};

export const isStep = (text: string): text is Step => steps.some((step) => step === text);

/** Steps that a review can't do without an answer to; of the others a file says nothing where there is nothing. */
const answered: Readonly<Partial<Record<Step, (entry: Entry) => boolean>>> = {
  streams: ({ review }) => review.streams !== undefined,
  options: ({ review }) => review.options !== undefined,
};

/** Those still to be answered: where somebody who left off goes on. */
export const stepsLeft = (entry: Entry): readonly Step[] =>
  steps.filter((step) => answered[step]?.(entry) === false);

/** Where somebody who left off goes on; null where everything is answered. */
export function goOn(entry: Entry): { readonly href: string; readonly title: string } | null {
  const [left] = stepsLeft(entry);
  return left ? { href: addresses.setUpStep(entry.review.id, left), title: stepTitles[left] } : null;
}

/** Whether a step is gone through for the first time, and the next is to follow it. */
export const isFirstTime = (before: Entry, step: Step): boolean =>
  stepsLeft(before).length > 0 || (step === 'enquiries' && before.review.keyLinesOfEnquiry === undefined);

/** The step after this one; undefined after the last. */
export const stepAfter = (step: Step): Step | undefined => steps[steps.indexOf(step) + 1];
/** The one before; undefined before the first. */
export const stepBefore = (step: Step): Step | undefined => steps[steps.indexOf(step) - 1];
