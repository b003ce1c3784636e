import type { Minute } from '../../../src/time/span.ts';
import { type Model, TICK, TICKS } from '../../model/model.ts';

/** The most that may draw on a thing at a moment; off the quarter hours, the more of those beside it. */
export function mostAt(model: Model, thing: number, moment: Minute): number {
  const at = (tick: number) => model.most[thing * TICKS + Math.min(tick, TICKS - 1)]!;
  return Math.max(at(Math.floor(moment / TICK)), at(Math.ceil(moment / TICK)));
}
