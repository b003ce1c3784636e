import type { Minute, Span } from '../time/span.ts';

/**
 * What of a week goes on at a minute, and what comes next. What is `free` is no next thing: nobody has to be told that
 * their time is their own.
 */
export function nowAndNext<T extends Span>(
  items: readonly T[],
  at: Minute,
  free: (item: T) => boolean = () => false,
): { readonly now: readonly T[]; readonly next: T | undefined } {
  const coming = items.filter((item) => item.from > at && !free(item)).sort((a, b) => a.from - b.from);
  return { now: items.filter((item) => item.from <= at && at < item.to), next: coming[0] };
}
