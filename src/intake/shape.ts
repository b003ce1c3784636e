import type { z } from 'zod';
import { complaints, stepInto } from './complaints.ts';
import type { Partly } from './partly.ts';
import { type Path, type Problems, pathText } from './problem.ts';

export interface Fit<T> {
  /** What has the right shape; the whole value where nothing was reported. */
  readonly left: Partly<T> | undefined;
  /** Where something was taken out, so that nobody takes it for left out. */
  readonly lost: ReadonlySet<string>;
}

/**
 * Holds a value, fresh from a text, against the schema of an entry: reports everything that has the wrong shape and
 * takes it out of the value, so that the sense of the rest can be asked about too.
 */
export function fitToShape<T>(schema: z.ZodType<T>, value: unknown, problems: Problems): Fit<T> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return { left: value as Partly<T>, lost: new Set() };
  const all = parsed.error.issues.flatMap((issue) => complaints(schema, value, issue, []));
  // A field may fail two tests at once; the first says enough.
  const lost = new Set<string>();
  for (const { path, what, mend } of all) {
    const where = pathText(path);
    if (!lost.has(where)) problems.add(path, what, mend);
    lost.add(where);
  }
  for (const { path } of all) takeOut(value, path);
  const isGroup = typeof value === 'object' && value !== null && !Array.isArray(value);
  return { left: isGroup ? (value as Partly<T>) : undefined, lost };
}

function takeOut(value: unknown, path: Path): void {
  const last = path.at(-1);
  const holder = path.slice(0, -1).reduce(stepInto, value);
  if (last === undefined || typeof holder !== 'object' || holder === null) return;
  if (Array.isArray(holder)) holder[Number(last)] = undefined;
  else delete (holder as Record<string, unknown>)[last];
}
