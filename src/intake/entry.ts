import type { ReviewFile } from '../review/file.ts';
import type { Review } from '../review/review.ts';
import { deepFreeze } from './freeze.ts';
import { readJsonText } from './json-text.ts';
import { Problems, type Reading } from './problem.ts';
import { readOnce } from './read-once.ts';
import { reviewFrom } from './review.ts';
import { reviewFile } from './schema/review.ts';
import { fitToShape } from './shape.ts';

/**
 * A review that is still being entered: every field of it has its right shape, or everything is said that has not.
 * Whether it makes sense as a whole is another question (`reviewOf`). Frozen; every page asks for it. Never throws.
 */
export const readEntry = readOnce((text: string): Reading<ReviewFile> => {
  const json = readJsonText(text);
  if (!json.ok) return { ok: false, problems: [json.problem] };
  return deepFreeze(entryFrom(json.value, json.problems));
});

/** The entry of a text that was just written from one with the right shape: it is read without asking again. */
export function knowEntry(text: string): ReviewFile {
  const entry = JSON.parse(text) as ReviewFile;
  readEntry.know(text, entry);
  return entry;
}

/** An entry from a value, fresh and the caller's own: what has the wrong shape is taken out of it. */
export function entryFrom(value: unknown, found: Problems['all'] = []): Reading<ReviewFile> {
  const problems = new Problems();
  for (const problem of found) problems.addProblem(problem);
  const { left } = fitToShape<ReviewFile>(reviewFile, value, problems);
  return left && problems.none
    ? { ok: true, value: left as ReviewFile }
    : { ok: false, problems: problems.all };
}

/** The checked review that an entry makes, or everything that it still wants. Leaves the entry as it is. */
export const reviewOf = (entry: ReviewFile): Reading<Review> => reviewFrom(structuredClone(entry));
