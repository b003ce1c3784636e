import { perReview } from '../../../src/review/per-review.ts';
import type { Minute, Span } from '../../../src/time/span.ts';
import { type Model, type Slot, TICK, TICKS, type Use } from '../../model/model.ts';

/**
 * The minutes of a use, of which the model keeps the quarter hours: the session's time where that fits, else the
 * peers' time. Off the quarter hours the model is stricter than the rule; a floor may not be.
 */
export function spanOf(slot: Slot, use: Use): Span {
  const fits = (from: Minute, to: Minute) =>
    Math.floor(from / TICK) === use.from && Math.ceil(to / TICK) === use.to;
  return fits(slot.start, slot.end)
    ? { from: slot.start, to: slot.end }
    : { from: slot.awayFrom, to: slot.awayTo };
}

const offTheQuarters = perReview((review) =>
  review.frame.windows.some((w) => w.from % TICK !== 0 || w.to % TICK !== 0),
);

/** The most that may draw on a thing just before a moment: what the model says of that quarter hour. */
export function mostBefore(model: Model, thing: number, moment: Minute): number {
  const tick = Math.max(0, Math.min(Math.ceil(moment / TICK), TICKS) - 1);
  const at = (t: number) => model.most[thing * TICKS + Math.max(0, Math.min(t, TICKS - 1))]!;
  // Within a quarter hour in which a window begins or ends, the more of those beside it.
  return offTheQuarters(model.review) ? Math.max(at(tick - 1), at(tick), at(tick + 1)) : at(tick);
}

/** How many bits are set. */
export function bits(mask: number): number {
  let n = 0;
  for (let m = mask; m; m &= m - 1) n++;
  return n;
}
