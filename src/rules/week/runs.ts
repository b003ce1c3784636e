import { length, type Minute, type Span } from '../../time/span.ts';

/** The shortest time that is a break. Minutes. */
export const BREAK: Minute = 15;

/** Sessions one after the other, with no break between them; `minutes` is what the sessions and the ways between take. */
export interface Run extends Span {
  readonly minutes: Minute;
}

/**
 * One person's taken time, in the order of its starts, as runs without a break. A gap with less than 15 free minutes
 * does not end a run (crossover is no free time), and counts in its minutes only as far as it is spent on the way, which
 * `onTheWay` says of two by their places in `taken`; an event in the gap, for which `ends` is asked, does end it.
 */
export function runsOf(
  taken: readonly Span[],
  ends: (gap: Span) => boolean,
  onTheWay: (last: number, next: number) => Minute,
): readonly Run[] {
  const runs: { from: Minute; to: Minute; minutes: Minute }[] = [];
  // Of those in the run, the one that ends last: from there the way goes on.
  let latest = -1;
  for (let i = 0; i < taken.length; i++) {
    const span = taken[i]!;
    const last = runs.at(-1);
    const gap = last ? span.from - last.to : 0;
    const way = last && gap > 0 ? Math.min(gap, onTheWay(latest, i)) : 0;
    if (!last || gap - way >= BREAK || (gap > 0 && ends({ from: last.to, to: span.from }))) {
      runs.push({ from: span.from, to: span.to, minutes: length(span) });
      latest = i;
    } else {
      last.minutes += way + Math.max(0, span.to - Math.max(last.to, span.from));
      if (span.to > last.to) {
        last.to = span.to;
        latest = i;
      }
    }
  }
  return runs;
}
