import type { Problem, Reading } from './problem.ts';

/** A reading that came to nothing, for one reason that is the whole file's. */
export const trouble = (
  what: string,
  mend: string,
): { readonly ok: false; readonly problems: Problem[] } => ({
  ok: false,
  problems: [{ path: '', what, mend }],
});

export const read = <T>(value: T): Reading<T> => ({ ok: true, value });
