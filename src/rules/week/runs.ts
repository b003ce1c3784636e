import { length, type Minute, type Span } from '../../time/span.ts';

/** The shortest time that is a break. Minutes. */
export const BREAK: Minute = 15;

/** Sessions one after the other, with no break between them; `minutes` is what the sessions take. */
export interface Run extends Span {
  readonly minutes: Minute;
}

/**
 * One person's taken time as runs without a break. A gap of less than 15 minutes does not end a run (crossover is no
 * free time), and does not count in its minutes; an event in the gap, for which `ends` is asked, does end it.
 */
export function runsOf(taken: readonly Span[], ends: (gap: Span) => boolean): readonly Run[] {
  const runs: { from: Minute; to: Minute; minutes: Minute }[] = [];
  for (const span of inOrder(taken)) {
    const last = runs.at(-1);
    const gap = last ? span.from - last.to : BREAK;
    if (!last || gap >= BREAK || (gap > 0 && ends({ from: last.to, to: span.from }))) {
      runs.push({ from: span.from, to: span.to, minutes: length(span) });
    } else {
      last.minutes += Math.max(0, span.to - Math.max(last.to, span.from));
      last.to = Math.max(last.to, span.to);
    }
  }
  return runs;
}

/** By start; asked very often, and nearly always of spans that are in order already. */
function inOrder(spans: readonly Span[]): readonly Span[] {
  for (let i = 1; i < spans.length; i++)
    if (spans[i - 1]!.from > spans[i]!.from) return [...spans].sort((a, b) => a.from - b.from);
  return spans;
}
