import type { Changed } from '../../../src/actions/change-review.ts';
import { valueIn } from '../../../src/intake/form/sent.ts';
import type { FieldProblem, Fields } from '../../../src/intake/form/set-up.ts';
import { done } from '../../done.ts';
import { type Refusal, refusalsOf } from '../../form/refusals.ts';
import type { AboutEntry } from '../with-entry.ts';

/** What a form held when something was wrong with it; empty: it is opened. */
export interface Again {
  readonly fields: Fields;
  readonly problems: readonly FieldProblem[];
  readonly refusals?: readonly Refusal[];
  readonly seen?: string;
}
export const opened: Again = { fields: {}, problems: [] };

export const wrong = (fields: Fields, problems: readonly FieldProblem[]): Again => ({
  fields,
  problems,
  seen: valueIn(fields, 'seen'),
});

/** Answers a change: on to a page, or the form again with what stands in the way. */
export function answer(
  result: Changed,
  { response, next }: AboutEntry,
  to: string,
  again: (refusals: readonly Refusal[]) => void,
) {
  if (result.kind === 'gone') return next();
  if (result.kind === 'changed') return done(response, to, result.stored.version);
  if (result.kind === 'unchanged') return response.redirect(303, to);
  response.status(409);
  again(refusalsOf(result));
}
