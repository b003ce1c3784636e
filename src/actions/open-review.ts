import { check, checkReview } from '../check/check.ts';
import type { Finding } from '../check/finding.ts';
import { type Verdict, verdict } from '../check/verdict.ts';
import type { Entry } from '../entry/entry.ts';
import { sameSubstance } from '../entry/substance.ts';
import { type Problem, readDraft, readEntry, readProgramme, readReview, reviewOf } from '../intake/index.ts';
import type { Programme } from '../programme/programme.ts';
import type { Review } from '../review/review.ts';
import type { Answer, ReviewLine, Store, StoredProgramme, StoredReview } from '../store/ports.ts';
import { dateOfInstant } from '../time/week.ts';

/** The programme being worked on, and what the rule book says of it. */
export interface Draft {
  readonly programme: Programme;
  /** Counts its writes, from 1. */
  readonly version: number;
  readonly verdict: Verdict;
  /** What was proven when it was built; undefined for one made by hand. */
  readonly answer?: Answer;
  /** Something that programmes are built from was changed since it was built. */
  readonly behind: boolean;
  readonly savedAt: string;
}

/** A review as it stands today. */
export interface OpenReview {
  readonly line: ReviewLine;
  readonly review: Review;
  /** `yyyy-mm-dd` where the review is. */
  readonly today: string;
  readonly draft?: Draft;
  /** What the stored programme has wrong, where the review that it is of has moved on from under it. */
  readonly lost: readonly Problem[];
  /** Worst first; of the data alone while there is no draft. */
  readonly findings: readonly Finding[];
}

export type Opening =
  | { readonly ok: true; readonly open: OpenReview }
  /** What is stored can no longer be read: an older version of the product let it in. */
  | { readonly ok: false; readonly line: ReviewLine; readonly problems: readonly Problem[] };

export interface Needs {
  readonly store: Pick<Store, 'reviews' | 'programmes' | 'history'>;
  readonly now: () => Date;
}

/** Opens reviews by their id; undefined for one that is not there. */
export type OpenById = (id: string) => Promise<Opening | undefined>;

/** An exception that is granted or withdrawn is no reason to build anew: what it lacks now is said of the draft as it is. */
const withoutExceptions = ({ waivers: _, ...entry }: Entry): Entry => entry;

/** The review of a stored text, of which the entry was read before as a rule. */
function reviewIn(file: string): ReviewReading {
  const entry = readEntry(file);
  return entry.ok ? reviewOf(entry.value) : readReview(file);
}

/** What a change of what is entered, since the draft was built, has made of it. */
type Since = 'as it was' | 'no longer proven' | 'behind';

/** Whether something that programmes are built from was changed since the draft was. */
async function changedSince(
  { history }: Pick<Store, 'history'>,
  stored: StoredReview,
  draft: StoredProgramme | undefined,
): Promise<Since> {
  if (!draft || draft.reviewVersion === stored.version) return 'as it was';
  const file = await history.fileAt('review', stored.id, draft.reviewVersion);
  const [before, now] = [file === undefined ? undefined : readEntry(file), readEntry(stored.file)];
  if (!before?.ok || !now.ok) return 'behind';
  if (sameSubstance(before.value, now.value)) return 'as it was';
  return sameSubstance(withoutExceptions(before.value), withoutExceptions(now.value))
    ? 'no longer proven'
    : 'behind';
}

type ReviewReading = ReturnType<typeof readReview>;

function openAs(
  stored: StoredReview,
  reading: ReviewReading,
  draft: StoredProgramme | undefined,
  since: Since,
  now: Date,
): Opening {
  const { file: _, ...line } = stored;
  if (!reading.ok) return { ok: false, line, problems: reading.problems };
  const review = reading.value;
  const today = dateOfInstant(review.week, now.toISOString());
  const programme = draft && readDraft(draft.file, review);
  if (!draft || !programme?.ok) {
    const lost = programme?.ok === false ? programme.problems : [];
    return { ok: true, open: { line, review, today, lost, findings: checkReview(review, { today }) } };
  }
  const findings = check(review, programme.value, { today });
  // An answer speaks of what there was when it was found: of a draft that has lost some of that it says nothing.
  const stillSpeaks = since === 'as it was' || (since === 'behind' && readProgramme(draft.file, review).ok);
  const answer = stillSpeaks ? draft.answer : undefined;
  return {
    ok: true,
    open: {
      line,
      review,
      today,
      draft: {
        programme: programme.value,
        version: draft.version,
        verdict: verdict(review, programme.value, findings),
        ...(answer && { answer }),
        behind: since === 'behind',
        savedAt: draft.savedAt,
      },
      lost: [],
      findings,
    },
  };
}

/**
 * Reads a review and its draft from the store and asks the rule book. What was worked out is kept until the review,
 * the draft or the day is another.
 */
export function createOpenReview({ store, now }: Needs): OpenById {
  const kept = new Map<string, { readonly of: string; readonly opening: Opening }>();
  // Read once a version: what is looked up in a review, and worked out of it, is kept beside it from edit to edit.
  const read = new Map<string, { readonly file: string; readonly reading: ReviewReading }>();
  const readingOf = ({ id, file }: StoredReview): ReviewReading => {
    const known = read.get(id);
    const now = known?.file === file ? known : { file, reading: reviewIn(file) };
    read.set(id, now);
    return now.reading;
  };
  return async (id) => {
    const stored = await store.reviews.find(id);
    if (!stored) {
      kept.delete(id);
      read.delete(id);
      return undefined;
    }
    const draft = await store.programmes.draftOf(id);
    const moment = now();
    const of = `${stored.version} ${draft?.version ?? 0} ${moment.toISOString().slice(0, 13)}`;
    const known = kept.get(id);
    if (known?.of === of) return known.opening;
    const opening = openAs(
      stored,
      readingOf(stored),
      draft,
      await changedSince(store, stored, draft),
      moment,
    );
    kept.set(id, { of, opening });
    return opening;
  };
}
