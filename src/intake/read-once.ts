import type { Reading } from './problem.ts';

/** So many texts are kept with what was read from them: what a few dozen reviews are and were a moment ago. */
const MOST = 100;
/** Longer texts, in characters, are read each time: they are not what people enter, and would fill the memory. */
const LONGEST = 1_000_000;

/**
 * Reads a text that comes again and again only once: what a text says never changes, and what is read is frozen. What
 * was asked for the longest ago is forgotten first; what can't be read is not kept.
 */
export function readOnce<T>(read: (text: string) => Reading<T>): (text: string) => Reading<T> {
  const kept = new Map<string, Reading<T>>();
  return (text) => {
    const known = kept.get(text);
    kept.delete(text);
    const reading = known ?? read(text);
    if (reading.ok && text.length <= LONGEST) kept.set(text, reading);
    for (const oldest of kept.keys()) if (kept.size > MOST) kept.delete(oldest);
    return reading;
  };
}
