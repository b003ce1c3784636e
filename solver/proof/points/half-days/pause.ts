import type { Minute, Span } from '../../../../src/time/span.ts';
import type { Model } from '../../../model/model.ts';
import type { Stretch } from '../../tiers/week.ts';

/** A break in common: what is paid where a stretch has none, by the part that says `pauses`. */
export interface Pause {
  readonly weight: number;
  readonly minutes: Minute;
}

/** What each stretch pays for having no break in common; undefined where it is no piece of its own. */
export function pausesOf(model: Model, stretches: readonly Stretch[]): readonly (Pause | undefined)[] {
  const priced = model.parts.wholeWants.find(
    ({ part, weight }) => part.pauses && part.tier === undefined && weight > 0,
  );
  const pauses = priced?.part.pauses;
  if (!pauses) return stretches.map(() => undefined);
  const pieces = stretches.map(
    ({ ends, spanning }) =>
      new Set(
        [...ends.flatMap((end) => end.seats), ...spanning].map(({ from, to }) =>
          pauses.pieceOf(model.review, { from, to }),
        ),
      ),
  );
  return pieces.map((own, n) => {
    const [piece, ...others] = own;
    if (piece === undefined || others.length > 0) return undefined;
    if (pieces.some((other, m) => m !== n && other.has(piece))) return undefined;
    return { weight: priced.weight, minutes: pauses.minutes };
  });
}

/** Whether all run at one moment. */
export function atOneMoment(spans: readonly Span[]): boolean {
  let [firstEnd, lastStart] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const { from, to } of spans) {
    firstEnd = Math.min(firstEnd, to);
    lastStart = Math.max(lastStart, from);
  }
  return firstEnd > lastStart;
}

/** Whether between two of them are so many minutes in which none runs. */
export const hasPause = (spans: readonly Span[], minutes: Minute): boolean =>
  hasPauseIn(spans, Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY, minutes);

/**
 * The same of what lies after a block that ends at `from` and before one that starts at `to`; where either is infinite
 * there is no such block, and the pause must have one of the spans on that side.
 */
export function hasPauseIn(spans: readonly Span[], from: Minute, to: Minute, minutes: Minute): boolean {
  const free = (at: Minute): boolean =>
    at >= from &&
    at + minutes <= to &&
    (Number.isFinite(to) || spans.some((s) => s.from >= at + minutes)) &&
    spans.every((s) => s.to <= at || s.from >= at + minutes);
  return (Number.isFinite(from) && free(from)) || spans.some((s) => free(s.to));
}
