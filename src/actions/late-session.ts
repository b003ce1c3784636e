import type { Elsewhere, FreePlace, MovesPlace } from '../check/elsewhere.ts';
import { put } from '../entry/edit.ts';
import type { Entry } from '../entry/entry.ts';
import { type Problem, readReview, reviewOf } from '../intake/index.ts';
import { placing } from '../programme/edit.ts';
import type { Placement } from '../programme/placement.ts';
import { compareCosts } from '../programme/programme.ts';
import type { SessionEntry } from '../review/file.ts';
import type { Minute } from '../time/span.ts';
import { changeDraft, type DraftChanged } from './change-draft.ts';
import { type Changed, changeReview, type Needs } from './change-review.ts';
import type { Draft, OpenReview } from './open-review.ts';
import type { Drafts } from './scenarios.ts';

/** A place for a session that came late: nobody else moves, or the fewest that were found. */
export type LatePlace = FreePlace | MovesPlace;

/** The draft as it would be with one session more, which has no place yet; or what is wrong with the session. */
export function withLate(
  { open, draft, entry }: { readonly open: OpenReview; readonly draft: Draft; readonly entry: Entry },
  session: SessionEntry,
):
  | { readonly ok: true; readonly open: OpenReview; readonly draft: Draft }
  | { readonly ok: false; readonly problems: readonly Problem[] } {
  const reading = reviewOf(put('sessions', session)(entry));
  if (!reading.ok) return reading;
  // A draft of its own: what is worked out for it is not the draft’s.
  const trial = { ...draft };
  return { ok: true, open: { ...open, review: reading.value, draft: trial }, draft: trial };
}

/** Whether all that it moves, and where it would be, is still to come. */
const isToCome = ({ start, way }: LatePlace, now: Minute): boolean =>
  start >= now && way.others.every((o) => [o.before, o.after].every((p) => !p || p.start >= now));

/**
 * Where a late session disturbs the fewest: those places first for which the fewest others move, then the best
 * programme, then the earliest. What begins before `now` (minutes of the week) is past and stays.
 */
export const fewestDisturbed = ({ places }: Elsewhere, now: Minute, most: number): readonly LatePlace[] =>
  places
    .filter((place) => place.state === 'free' || place.state === 'moves')
    .filter((place) => isToCome(place, now))
    .sort(
      (a, b) =>
        a.way.others.length - b.way.others.length ||
        compareCosts(a.way.cost, b.way.cost) ||
        a.start - b.start,
    )
    .slice(0, most);

export type LateAdded =
  /** It is entered; and in the draft, unless somebody else was first there. */
  | { readonly kind: 'added'; readonly version: number; readonly draft: DraftChanged | undefined }
  /** It was not entered. */
  | { readonly kind: 'not added'; readonly because: Changed };

/**
 * Enters a session and puts it, with those that make room for it, into the draft of which `place` was worked out;
 * without a place it is entered alone. Each of the two can be undone by itself.
 */
export async function addLate(
  needs: Needs & { readonly drafts: Drafts },
  { open, draft }: { readonly open: OpenReview; readonly draft: Draft },
  session: SessionEntry,
  placements: readonly Placement[],
  by: string,
  words: { readonly added: string; readonly placed: string },
): Promise<LateAdded> {
  const entered = await changeReview(needs, open.review.id, open.line.version, put('sessions', session), {
    by,
    why: words.added,
    inGrid: true,
  });
  if (entered.kind !== 'changed') return { kind: 'not added', because: entered };
  const { version } = entered.stored;
  const reading = readReview(entered.stored.file);
  if (placements.length === 0 || !reading.ok) return { kind: 'added', version, draft: undefined };
  const now = { review: reading.value, line: entered.stored };
  const signature = { by, why: words.placed };
  return {
    kind: 'added',
    version,
    draft: await changeDraft(needs.drafts, now, draft.version, placing(placements), signature),
  };
}
