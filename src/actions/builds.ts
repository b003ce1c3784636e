import type { Explain } from '../programme/explanation.ts';
import type { Progress, Solve } from '../programme/outcome.ts';
import type { Saved, Signature, Store, StoredProgramme } from '../store/ports.ts';
import { buildProgramme } from './build-programme.ts';
import { createKeptWork, type KeptWork } from './kept-work.ts';
import type { OpenReview } from './open-review.ts';

/** What a build is asked for with. */
export interface BuildAsked {
  readonly open: OpenReview;
  readonly signature: Signature;
}

/** Programmes being built in the background, one a review; each is saved as the draft when it is there. */
export type Builds = KeptWork<BuildAsked, Saved<StoredProgramme>, Progress>;

/** `failed` is told of what went wrong, for the log. */
export const createBuilds = (
  needs: { readonly store: Store; readonly solve: Solve; readonly explain: Explain },
  failed: (error: unknown) => void,
): Builds =>
  createKeptWork<BuildAsked, Saved<StoredProgramme>, Progress>({
    subject: ({ open }) => open.review.id,
    // By the draft too: what was built and then changed by hand may be built again.
    version: ({ open: { line, draft } }) => `${line.version} ${draft?.version ?? 0}`,
    failed,
    work: ({ open, signature }, tell) =>
      buildProgramme(needs, open, { seed: open.draft?.programme.seed ?? 1, progress: tell }, signature),
  });
