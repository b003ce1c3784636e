import { check } from '../check/check.ts';
import { verdict } from '../check/verdict.ts';
import type { Entry } from '../entry/entry.ts';
import { readEntry } from '../intake/index.ts';
import type { ReleaseLine } from '../store/agreement-port.ts';
import type { ReviewLine, Store } from '../store/ports.ts';
import { dateOfInstant } from '../time/week.ts';
import { openRelease } from './amendments.ts';
import type { Draft, OpenReview } from './open-review.ts';

/** A review as it was agreed last: what it says now of people, places and sessions, and where each is held. */
export interface AgreedReview extends OpenReview {
  readonly draft: Draft;
  readonly release: ReleaseLine;
}

/** What peers and contacts may know of a review. */
export interface Agreed {
  readonly line: ReviewLine;
  /** What is entered today: their own name, before anything is agreed. Undefined where it can't be read any more. */
  readonly entry: Entry | undefined;
  /** Undefined while nothing is approved. */
  readonly agreed: AgreedReview | undefined;
}

/** Opens what was agreed of a review; undefined for one that is not there. */
export type OpenAgreed = (review: string) => Promise<Agreed | undefined>;

interface Needs {
  readonly store: Pick<Store, 'reviews' | 'releases'>;
  readonly now: () => Date;
}

/**
 * Opens the release that holds, for those who are not to see the draft. What was read is kept until there is another
 * release, or the review is another (erasing a person rewrites releases too).
 */
export function createOpenAgreed({ store, now }: Needs): OpenAgreed {
  const kept = new Map<string, { readonly of: string; readonly agreed: Agreed }>();
  const open = async (line: ReviewLine, entry: Entry | undefined, number: number): Promise<Agreed> => {
    const found = openRelease(await store.releases.find(line.id, number));
    if (!found) return { line, entry, agreed: undefined };
    const { line: release, review, programme } = found;
    const today = dateOfInstant(review.week, now().toISOString());
    const findings = check(review, programme, { today });
    const draft: Draft = {
      programme,
      version: release.programmeVersion,
      verdict: verdict(review, programme, findings),
      behind: false,
      savedAt: release.at,
    };
    return { line, entry, agreed: { line, review, today, lost: [], findings, draft, release } };
  };
  return async (id) => {
    const stored = await store.reviews.find(id);
    if (!stored) {
      kept.delete(id);
      return undefined;
    }
    const number = (await store.releases.of(id)).at(-1)?.number ?? 0;
    const of = `${stored.version} ${number} ${now().toISOString().slice(0, 13)}`;
    const known = kept.get(id);
    if (known?.of === of) return known.agreed;
    const { file, ...line } = stored;
    const reading = readEntry(file);
    const agreed = await open(line, reading.ok ? reading.value : undefined, number);
    kept.set(id, { of, agreed });
    return agreed;
  };
}
