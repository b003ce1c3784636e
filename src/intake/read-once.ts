import { deepFreeze } from './freeze.ts';
import type { Reading } from './problem.ts';

/** So many texts are kept with what was read from them: what a few dozen reviews are and were a moment ago. */
const MOST = 100;
/** Longer texts, in characters, are read each time: they are not what people enter, and would fill the memory. */
const LONGEST = 1_000_000;

/** Reads a text, and is told of one that is known already. */
export interface ReadOnce<T> {
  (text: string): Reading<T>;
  /** What would be read from a text: whoever wrote it knows. */
  readonly know: (text: string, value: T) => void;
}

/**
 * Reads a text that comes again and again only once: what a text says never changes, and what is read is frozen. What
 * was asked for the longest ago is forgotten first; what can't be read is not kept.
 */
export function readOnce<T>(read: (text: string) => Reading<T>): ReadOnce<T> {
  const kept = new Map<string, Reading<T>>();
  const keep = (text: string, reading: Reading<T>): Reading<T> => {
    kept.delete(text);
    if (reading.ok && text.length <= LONGEST) kept.set(text, reading);
    for (const oldest of kept.keys()) if (kept.size > MOST) kept.delete(oldest);
    return reading;
  };
  return Object.assign((text: string) => keep(text, kept.get(text) ?? read(text)), {
    know: (text: string, value: T) => void keep(text, { ok: true, value: deepFreeze(value) }),
  });
}
