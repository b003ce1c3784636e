import type { Changed } from '../../../src/actions/change-review.ts';
import type { FieldProblem, Fields } from '../../../src/intake/form/sent.ts';
import { errorSummary } from '../../form/fields.ts';
import { type ClashLine, clashLines } from '../clash-words.ts';

/** Why a form was not taken, with everything that it sent. */
export interface Trouble {
  readonly status: 422 | 409;
  readonly typed: Fields;
  readonly problems: readonly FieldProblem[];
  /** What somebody else changed meanwhile. */
  readonly clashes: readonly ClashLine[];
  /** The version that the form is to be sent with next, where that is not the one the page is made from. */
  readonly seen?: number;
}

export const notTaken = (typed: Fields, problems: readonly FieldProblem[]): Trouble => ({
  status: 422,
  typed,
  problems,
  clashes: [],
});

/** The trouble with a change that was not made; undefined where it was, or changed nothing. */
export function troubleWith(changed: Changed, typed: Fields): Trouble | undefined {
  if (changed.kind === 'problems')
    return notTaken(
      typed,
      changed.problems.map(({ path, what, mend }) => ({ field: '', what: `${path}: ${what} ${mend}` })),
    );
  if (changed.kind !== 'clash') return undefined;
  const { clashes, theirs } = changed;
  return {
    status: 409,
    typed,
    problems: [],
    clashes: clashLines(clashes, theirs.file),
    seen: theirs.version,
  };
}

/** The sentence beside a field. */
export const errorOf = (trouble: Trouble | undefined, field: string): string | undefined =>
  trouble?.problems.find((problem) => problem.field === field)?.what;

/** What stands above a page whose form was not taken. `idOf`: the id of the box of a field. */
export const troubleView = (trouble: Trouble | undefined, idOf: (field: string) => string) =>
  trouble && {
    summary:
      trouble.problems.length > 0 &&
      errorSummary(
        trouble.problems.map(({ field, what }) => ({ text: what, field: field ? idOf(field) : undefined })),
      ),
    clashes: trouble.clashes,
  };
