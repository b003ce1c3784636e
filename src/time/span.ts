/**
 * Minutes of wall-clock time in the review's zone, counted from 00:00 on day 0 (the day before day 1).
 * Wall-clock, so that an hour on a grid is an hour whatever the clocks did on the way; `week.ts` turns it into
 * dates and UTC. Day d starts at d × 1440.
 */
export type Minute = number;

/** A half-open stretch of the week: `from` is in it, `to` is not. */
export interface Span {
  readonly from: Minute;
  readonly to: Minute;
}

export const DAY: Minute = 1440;
/** Reviews are entered to the quarter hour; hand-made programmes may be to the minute. */
export const QUARTER: Minute = 15;

export const length = (span: Span): Minute => span.to - span.from;
export const overlaps = (a: Span, b: Span): boolean => a.from < b.to && b.from < a.to;
export const contains = (outer: Span, inner: Span): boolean =>
  outer.from <= inner.from && inner.to <= outer.to;
export const dayOf = (minute: Minute): number => Math.floor(minute / DAY);
/** The minute of the week for an hour and minute on a day 0 to 5. */
export const at = (day: number, hour: number, minute = 0): Minute => day * DAY + hour * 60 + minute;

/** The parts of `span` that no member of `taken` covers, in time order. */
export function free(span: Span, taken: readonly Span[]): Span[] {
  const gaps: Span[] = [];
  let from = span.from;
  for (const t of [...taken].sort((a, b) => a.from - b.from)) {
    if (t.to <= from) continue;
    if (t.from >= span.to) break;
    if (t.from > from) gaps.push({ from, to: t.from });
    from = Math.max(from, t.to);
  }
  if (from < span.to) gaps.push({ from, to: span.to });
  return gaps;
}

/** The same minutes as `spans`, in order, with those that touch or overlap made one. */
export function union(spans: readonly Span[]): Span[] {
  const out: { from: Minute; to: Minute }[] = [];
  for (const s of [...spans].sort((a, b) => a.from - b.from)) {
    const last = out.at(-1);
    if (last && s.from <= last.to) last.to = Math.max(last.to, s.to);
    else out.push({ from: s.from, to: s.to });
  }
  return out;
}
