import { readProgramme, readReview } from '../intake/index.ts';
import { type Change, changesBetween } from '../programme/changes.ts';
import type { Programme } from '../programme/programme.ts';
import { knownToBoth } from '../review/known-to-both.ts';
import type { Review } from '../review/review.ts';
import type { Release, ReleaseLine } from '../store/agreement-port.ts';
import type { Store } from '../store/ports.ts';
import type { OpenReview } from './open-review.ts';

/** A release as it can be shown: read back through the doors that it came in by. */
export interface OpenRelease {
  readonly line: ReleaseLine;
  readonly review: Review;
  readonly programme: Programme;
}

/** Reads a release; undefined where it was made by a version of the product whose files are read no more. */
export function openRelease(release: Release | undefined): OpenRelease | undefined {
  if (!release) return undefined;
  const review = readReview(release.reviewFile);
  const programme = review.ok ? readProgramme(release.programmeFile, review.value) : undefined;
  if (!review.ok || !programme?.ok) return undefined;
  const { reviewFile: _, programmeFile: __, ...line } = release;
  return { line, review: review.value, programme: programme.value };
}

/** What was changed in the draft since the release that holds: it awaits approval, and the rest stands. */
export interface Amendments {
  readonly release: OpenRelease;
  readonly changes: readonly Change[];
  /** What they are named with: what is entered now, and what the release knew and is entered no longer. */
  readonly known: Review;
}

/** Undefined while nothing is approved. */
export async function amendmentsOf(
  store: Pick<Store, 'releases'>,
  { review, draft }: OpenReview,
): Promise<Amendments | undefined> {
  const release = openRelease(await store.releases.latest(review.id));
  if (!release) return undefined;
  const known = knownToBoth(release.review, review);
  const changes = draft ? changesBetween(known, release.programme, draft.programme) : [];
  return { release, changes, known };
}
