import { elsewhereIn } from '../solver/explain/elsewhere/elsewhere.ts';
import { OpenWeek } from '../solver/explain/elsewhere/week.ts';
import type { Draft, OpenReview } from '../src/actions/open-review.ts';
import type { Elsewhere } from '../src/check/elsewhere.ts';

/** Programmes that are kept laid open: a few, for each takes a few megabytes. */
const MOST_KEPT = 3;

/**
 * Every place of the week for one session of the draft, worked out in this thread: some tens of milliseconds, and some
 * more where the draft is asked about for the first time. Undefined for a session that is not placed on its own.
 */
export type PlacesOf = (open: OpenReview, draft: Draft, session: string) => Elsewhere | undefined;

/** Keeps the last few drafts laid open, with what was answered about their sessions. */
export function createPlacesOf(): PlacesOf {
  const kept: { readonly draft: Draft; readonly week: OpenWeek; readonly told: Map<string, Elsewhere> }[] =
    [];
  return ({ review }, draft, session) => {
    const at = kept.findIndex((k) => k.draft === draft);
    const laid =
      at < 0
        ? { draft, week: new OpenWeek(review, draft.programme), told: new Map<string, Elsewhere>() }
        : kept.splice(at, 1)[0]!;
    kept.unshift(laid);
    kept.length = Math.min(kept.length, MOST_KEPT);
    const told = laid.told.get(session) ?? elsewhereIn(laid.week, session);
    if (told) laid.told.set(session, told);
    return told;
  };
}
