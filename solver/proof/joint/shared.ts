import type { Minute, Span } from '../../../src/time/span.ts';
import { type Model, type Slot, TICK, type Use } from '../../model/model.ts';
import type { LinearBuilder } from '../linear.ts';
import type { Blocks } from './blocks.ts';
import { mostAt } from './most-at.ts';
import { atMost, push, type Term } from './rows.ts';
import type { Start } from './starts.ts';

interface Drawn extends Span {
  readonly start: Start;
}

/**
 * The minutes of a use, of which the model keeps the quarter hours: the session's time where that fits, else the
 * peers' time. Off the quarter hours the model is stricter than the rule; a floor may not be.
 */
function spanOf(slot: Slot, use: Use): Span {
  const fits = (from: Minute, to: Minute) =>
    Math.floor(from / TICK) === use.from && Math.ceil(to / TICK) === use.to;
  return fits(slot.start, slot.end)
    ? { from: slot.start, to: slot.end }
    : { from: slot.awayFrom, to: slot.awayTo };
}

/** Contacts and streams: whatever a session draws on whoever takes it and wherever it is. */
export function shareThings(
  model: Model,
  starts: readonly Start[],
  blocks: Blocks | undefined,
  builder: LinearBuilder,
): void {
  const drawn = new Map<number, Drawn[]>();
  for (const start of starts)
    for (const use of start.slot.uses) push(drawn, use.thing, { start, ...spanOf(start.slot, use) });
  for (const [thing, list] of drawn) {
    if (new Set(list.map((d) => d.start.item)).size < 2) continue;
    const single = list.every((d) => mostAt(model, thing, d.from) <= 1);
    if (single || !blocks) byMoment(model, thing, list, builder);
    else byEnd(model, thing, list, blocks, builder);
  }
}

/** Row by row at every moment when one begins: of those running then, at most so many. */
function byMoment(model: Model, thing: number, list: readonly Drawn[], builder: LinearBuilder): void {
  const begins = [...new Set(list.map((d) => d.from))].sort((a, b) => a - b);
  const rows = begins.map((moment) => ({
    moment,
    running: list.filter((d) => d.from <= moment && moment < d.to).map((d) => d.start.variable),
  }));
  rows.forEach(({ moment, running }, n) => {
    const next = rows[n + 1];
    // What the next moment says of more of them need not be said of fewer.
    if (next && mostAt(model, thing, next.moment) <= mostAt(model, thing, moment)) {
      const there = new Set(next.running);
      if (running.every((v) => there.has(v))) return;
    }
    atMost(
      builder,
      `shared_${thing}_${moment}`,
      running.map((v): Term => [1, v]),
      mostAt(model, thing, moment),
    );
  });
}

/**
 * Where many may at once: by block. What ends together runs side by side just before, and nothing else does but what
 * spans blocks.
 */
function byEnd(
  model: Model,
  thing: number,
  list: readonly Drawn[],
  { ends, spanning }: Blocks,
  builder: LinearBuilder,
): void {
  const spans = new Map(list.map((d) => [d.start, d]));
  const runs = (start: Start, minute: Minute) => {
    const d = spans.get(start);
    return d !== undefined && d.from < minute && minute <= d.to;
  };
  const before = (minute: Minute) => mostAt(model, thing, Math.ceil(minute / TICK) * TICK - TICK);
  for (const end of ends) {
    const most = before(end.minute);
    const here = end.starts.filter((s) => runs(s, end.minute));
    if (here.length === 0) continue;
    const own = here.map((s): Term => [1, s.variable]);
    if (own.length > most)
      builder.add(`shared_${thing}_to_${end.minute}`, [...own, [-most, end.atLeast[0]!.variable]], '<=', 0);
    const across = end.across.filter((s) => runs(s, end.minute)).map((s): Term => [1, s.variable]);
    if (across.length > 0)
      atMost(builder, `shared_${thing}_to_${end.minute}_across`, [...own, ...across], most);
  }
  const known = new Set(ends.map((end) => end.minute));
  for (const minute of new Set(spanning.map((s) => s.slot.awayTo))) {
    if (known.has(minute)) continue;
    const across = spanning.filter((s) => runs(s, minute)).map((s): Term => [1, s.variable]);
    atMost(builder, `shared_${thing}_at_${minute}`, across, before(minute));
  }
}
