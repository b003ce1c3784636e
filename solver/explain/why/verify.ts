import { check } from '../../../src/check/check.ts';
import { isBroken } from '../../../src/check/finding.ts';
import type { Placement } from '../../../src/programme/placement.ts';
import type { Review } from '../../../src/review/review.ts';
import { compile } from '../../model/compile.ts';
import type { CompileOptions } from '../../model/kept.ts';
import { heldAt } from '../../search/choice.ts';
import { only } from './changed.ts';
import { Field } from './field.ts';
import type { Inquiry } from './inquiry.ts';
import { type Budget, placeable } from './placeable.ts';
import { Trying } from './trying.ts';

const again: Budget = { steps: 30_000, conflicts: 60_000 };

/** `yes`: with a programme of just these sessions, which breaks no must rule; `no`: proven that there is none. */
export type Verified =
  | { readonly answer: 'yes'; readonly placements: readonly Placement[] }
  | { readonly answer: 'no' | 'unknown' };

/**
 * Solves a review again for some of its sessions, from the review itself and nothing that was worked out before. What
 * is found has been through `src/check`.
 */
export function* solvedAgain(
  review: Review,
  sessions: readonly string[],
  options: CompileOptions,
  late: () => boolean,
): Inquiry<Verified> {
  const own = only(review, new Set(sessions));
  const compiled = compile(own, options);
  const field = new Field(own, sessions, [], options, compiled);
  const answer = yield* placeable(new Trying(field, late), field, field.view(new Uint8Array(0)), again);
  if (answer.answer !== 'yes') return answer;
  const placements = [...answer.choices].map(
    ([i, choice]) => heldAt(compiled.model.items[i]!, choice).placement,
  );
  return holds(review, placements) ? { answer: 'yes', placements } : { answer: 'unknown' };
}

/** Whether these placements break no must rule of a review, as `src/check` has it. */
export function holds(review: Review, placements: readonly Placement[]): boolean {
  const sessions = new Set(placements.map((p) => p.session));
  const programme = {
    review: review.id,
    revision: review.revision,
    placements,
    fixedEvents: [],
    unplaced: [],
  };
  // Rules that ask for sessions which were not looked at say so, and of the frame there is nothing new to say.
  return !check(review, programme).some((f) => isBroken(f) && f.sessions.some((id) => sessions.has(id)));
}
