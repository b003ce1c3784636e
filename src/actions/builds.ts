import type { Job } from '../store/jobs-port.ts';
import { NEW, type Signature } from '../store/ports.ts';
import type { Background } from './background/background.ts';
import type { OpenReview } from './open-review.ts';

/**
 * Asks for the programme of a review to be built, over the draft that there is; or joins whoever asked before. What was
 * built is saved as the draft, unless somebody has changed that by then.
 */
export const askForBuild = (
  background: Background,
  { review, line, draft }: OpenReview,
  by: string,
): Promise<Job> => {
  const asked = {
    review: review.id,
    kind: 'build',
    reviewVersion: line.version,
    draftVersion: draft?.version ?? NEW,
  } as const;
  return background.ask(asked, { by, why: draft ? 'Built the programme again' : 'Built the programme' });
};

/** What is said of a programme that was built, offered, and then taken in place of the draft. */
export const takingBuilt = (by: string): Signature => ({ by, why: 'Took the programme that was built' });
