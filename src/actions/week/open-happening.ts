import type { Edit } from '../../entry/entry.ts';
import { type Problem, readEntry, reviewOf } from '../../intake/index.ts';
import { withPastOf } from '../../programme/past.ts';
import type { Programme } from '../../programme/programme.ts';
import type { Review } from '../../review/review.ts';
import type { Happening } from '../../store/happenings-port.ts';
import type { Store } from '../../store/ports.ts';
import { writeLocal } from '../../time/week.ts';
import { type OpenRelease, openRelease } from '../amendments.ts';
import type { Draft, OpenReview } from '../open-review.ts';
import { toldSessions } from '../told-sessions.ts';
import { type Moment, momentOf } from './moment.ts';
import type { WaysAsked } from './ways.ts';
import { whatFollows } from './what-follows.ts';

/** Something that happened, held against the review and its draft as they are now. */
export interface OpenHappening {
  readonly happening: Happening;
  /** Where the week is; of a rehearsal the moment that was chosen. */
  readonly moment: Moment;
  /** What holds; undefined while nothing is approved. */
  readonly release: OpenRelease | undefined;
  /** The draft, with what had begun as it was agreed. */
  readonly draft: Draft;
  /** What follows from it for what is entered. */
  readonly edit: Edit;
  readonly after:
    | { readonly ok: true; readonly asked: WaysAsked }
    /** What is entered would no longer be whole. */
    | { readonly ok: false; readonly problems: readonly Problem[] };
}

/** What it is looked up with. */
export interface Needs {
  readonly store: Pick<Store, 'reviews' | 'releases' | 'happenings' | 'told'>;
  readonly now: () => Date;
}

/** The draft as the week knows it: what had begun is as it was agreed. */
export async function draftInWeek(
  { store }: Pick<Needs, 'store'>,
  review: Review,
  draft: Draft,
  moment: Moment,
): Promise<{ readonly release: OpenRelease | undefined; readonly draft: Draft }> {
  const release = openRelease(await store.releases.latest(review.id));
  const programme: Programme = release
    ? withPastOf(release.programme, draft.programme, moment.minute)
    : draft.programme;
  return { release, draft: programme === draft.programme ? draft : { ...draft, programme } };
}

/** Undefined where there is no such happening, or no draft that could be mended. */
export async function openHappening(
  needs: Needs,
  { review, line, draft: stored, today }: OpenReview,
  id: string,
): Promise<OpenHappening | undefined> {
  const { store, now } = needs;
  const happening = await store.happenings.find(review.id, id);
  const entered = await store.reviews.find(review.id);
  const entry = entered && readEntry(entered.file);
  if (!happening || !stored || !entry?.ok) return undefined;
  const chosen = happening.rehearsed ? writeLocal(review.week, happening.atMinute) : undefined;
  const moment = momentOf(review.week, now(), chosen);
  const { release, draft } = await draftInWeek(needs, review, stored, moment);
  const { edit, move } = whatFollows(
    { review, programme: draft.programme, minute: moment.minute },
    happening,
  );
  const reading = reviewOf(edit(entry.value));
  const told = await toldSessions(store, review, draft.programme);
  const version = `${happening.version} ${line.version} ${draft.version} ${release?.line.number ?? 0} ${told.size}`;
  return {
    happening,
    moment,
    release,
    draft,
    edit,
    after: reading.ok
      ? {
          ok: true,
          asked: {
            happening: `${review.id} ${id}`,
            version,
            review: reading.value,
            today,
            draft: draft.programme,
            left: move(draft.programme),
            minute: moment.minute,
            told,
            explain: happening.adds !== undefined,
          },
        }
      : { ok: false, problems: reading.problems },
  };
}
