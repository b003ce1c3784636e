import { type Gone, type Problem, problemLine, readProgramme, readReview } from '../../intake/index.ts';
import type { Programme } from '../../programme/programme.ts';
import { pretty } from '../../publish/pretty.ts';
import type { Review } from '../../review/review.ts';
import { type Desk, type Exit, fail, type Text } from './desk.ts';

/** What was read, or the exit that tells of what could not be. */
export type Input<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly exit: Exit };

interface How {
  /** Problems are also wanted as one JSON object. */
  readonly json: boolean;
  /** Set where a command reads several files: then each line says which it is about. */
  readonly named: boolean;
}

/** Every problem on a line of its own; with `--json` also as an object. Exit 2. */
export function tellProblems(
  desk: Desk,
  path: string,
  problems: readonly Problem[],
  { json, named }: How,
): Exit {
  for (const problem of problems) desk.err(`${named ? `${path}: ` : ''}${problemLine(problem)}`);
  if (json) desk.out(pretty({ file: path, problems }));
  return 2;
}

/** Why there is no text: the exit is 2 where the file itself is at fault. */
export function tellTrouble(desk: Desk, path: string, file: Extract<Text, { ok: false }>, how: How): Exit {
  return 'why' in file ? fail(desk, file.why) : tellProblems(desk, path, [file.problem], how);
}

export async function inputReview(desk: Desk, path: string, how: How): Promise<Input<Review>> {
  const file = await desk.read(path);
  if (!file.ok) return { ok: false, exit: tellTrouble(desk, path, file, how) };
  const reading = readReview(file.text);
  if (reading.ok) return reading;
  return { ok: false, exit: tellProblems(desk, path, reading.problems, how) };
}

export async function inputProgramme(
  desk: Desk,
  path: string,
  review: Review,
  how: How,
  gone: Gone = [],
): Promise<Input<Programme>> {
  const file = await desk.read(path);
  if (!file.ok) return { ok: false, exit: tellTrouble(desk, path, file, how) };
  const reading = readProgramme(file.text, review, gone);
  if (reading.ok) return reading;
  return { ok: false, exit: tellProblems(desk, path, reading.problems, how) };
}

/** A review and a programme of it, which may name what is `gone` from the review since. */
export async function inputBoth(
  desk: Desk,
  [reviewPath = '', programmePath = '']: readonly string[],
  json: boolean,
  gone: Gone = [],
): Promise<Input<{ readonly review: Review; readonly programme: Programme }>> {
  const how = { json, named: true };
  const review = await inputReview(desk, reviewPath, how);
  if (!review.ok) return review;
  const programme = await inputProgramme(desk, programmePath, review.value, how, gone);
  if (!programme.ok) return programme;
  return { ok: true, value: { review: review.value, programme: programme.value } };
}
