import type { Changed } from '../../src/actions/change-review.ts';
import { clashLines } from '../routes/clash-words.ts';

/** A line of the summary above a form. */
export interface Refusal {
  readonly text: string;
  /** The id of the field that it is about. */
  readonly field?: string | undefined;
}

/**
 * Why a change was not made, for the summary above the form, which still has everything in it. Where somebody else
 * changed the same thing, sending the form again (with `seen` of today) puts ours over theirs.
 */
export function refusalsOf(result: Changed): readonly Refusal[] {
  if (result.kind === 'clash')
    return clashLines(result.clashes, result.theirs.file).map(({ what, ours, theirs }) => ({
      text: `${what}: somebody else made it “${theirs}” while you had this page open, and you “${ours}”. Theirs stands. Save again to put yours in its place.`,
    }));
  if (result.kind === 'problems')
    return result.problems.map(({ what, mend }) => ({ text: `Not saved: it ${what} ${mend}` }));
  return [];
}
