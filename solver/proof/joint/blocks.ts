import type { Minute } from '../../../src/time/span.ts';
import { type Model, TICK } from '../../model/model.ts';
import type { LinearBuilder } from '../linear.ts';
import { mostAt } from './most-at.ts';
import { atMost, push, type Term } from './rows.ts';
import type { Start } from './starts.ts';

/** A block's end, with all that could end there. Whatever ends together runs side by side just before. */
export interface End {
  readonly minute: Minute;
  /** Those that keep to blocks: at most one end of a moment is used, so of two ends only these meet. */
  readonly starts: readonly Start[];
  /** Those that may run on past ends, and run just before this one. */
  readonly across: readonly Start[];
  /** The variable that says a block ends here and is at least so long (minutes), by length, the shortest first. */
  readonly atLeast: readonly { readonly length: Minute; readonly variable: number }[];
  /** The most sessions that can run side by side just before. */
  readonly most: number;
}

export interface Blocks {
  /** In time order. */
  readonly ends: readonly End[];
  /** Every start that may run on past ends. */
  readonly spanning: readonly Start[];
}

/**
 * Blocks, as the part that says `swaps` of sessions asks for them: sessions side by side end together, so a session
 * needs a block that ends when it does and is at least as long; blocks don't cover the same moment; one that spans may
 * not end within a block. Undefined where no rule asks for any.
 */
export function blocksOf(model: Model, starts: readonly Start[], builder: LinearBuilder): Blocks | undefined {
  const swaps = model.parts.pairedMusts.find(({ part }) => part.swaps)?.part.swaps;
  if (!swaps) return undefined;
  const inBlocks = new Map<Minute, Start[]>();
  const spanning: Start[] = [];
  for (const start of starts) {
    if (swaps(start.item.session) === 'spans') spanning.push(start);
    else push(inBlocks, start.slot.awayTo, start);
  }
  const ends = [...inBlocks]
    .sort(([a], [b]) => a - b)
    .map(([minute, list]) => endAt(model, minute, list, spanning, builder));
  keepApart(ends, builder);
  for (const [name, list] of byItemAndEnd(spanning)) {
    const { slot } = list[0]!;
    const cut = coverOf(ends, slot.awayTo, false);
    if (cut.length > 0)
      builder.add(`cut_${name}`, [...list.map((s): Term => [1, s.variable]), ...cut], '<=', 1);
  }
  return { ends, spanning };
}

function endAt(
  model: Model,
  minute: Minute,
  starts: readonly Start[],
  spanning: readonly Start[],
  builder: LinearBuilder,
): End {
  const lengths = [...new Set(starts.map((s) => minute - s.slot.awayFrom))].sort((a, b) => a - b);
  const atLeast = lengths.map((length) => ({
    length,
    variable: builder.variable(`block_to_${minute}_of_${length}`),
  }));
  atLeast.forEach(({ variable, length }, n) => {
    if (n > 0)
      builder.add(
        `longer_${minute}`,
        [
          [1, variable],
          [-1, atLeast[n - 1]!.variable],
        ],
        '<=',
        0,
      );
    for (const s of starts)
      if (minute - s.slot.awayFrom === length)
        builder.add(
          `in_block_${minute}`,
          [
            [1, s.variable],
            [-1, variable],
          ],
          '<=',
          0,
        );
  });
  const across = spanning.filter(({ slot }) => slot.awayFrom < minute && minute <= slot.awayTo);
  return { minute, starts, across, atLeast, most: mostAtOnce(model, [...starts, ...across], minute) };
}

/** The blocks that hold a moment: the one just after `moment`, or, where not `after`, those that it lies within. */
function coverOf(ends: readonly End[], moment: Minute, after: boolean): Term[] {
  return ends.flatMap((end): Term[] => {
    if (end.minute <= moment) return [];
    const reach = end.atLeast.find(
      ({ length }) => end.minute - length < moment || (after && end.minute - length === moment),
    );
    return reach ? [[1, reach.variable]] : [];
  });
}

/** No moment is in two blocks: it is enough to look where one of them begins. */
function keepApart(ends: readonly End[], builder: LinearBuilder): void {
  const begins = new Set(ends.flatMap((end) => end.atLeast.map(({ length }) => end.minute - length)));
  let last = '';
  for (const moment of [...begins].sort((a, b) => a - b)) {
    const cover = coverOf(ends, moment, true);
    const text = cover.map(([, v]) => v).join();
    if (text !== last) atMost(builder, `blocks_${moment}`, cover, 1);
    last = text;
  }
}

function byItemAndEnd(starts: readonly Start[]): ReadonlyMap<string, readonly Start[]> {
  const groups = new Map<string, Start[]>();
  for (const s of starts) push(groups, `${s.item.session.id}_${s.slot.awayTo}`, s);
  return groups;
}

/** Each session counts for the scarcest thing that it draws on; those that draw on nothing scarce count by themselves. */
function mostAtOnce(model: Model, starts: readonly Start[], minute: Minute): number {
  const by = new Map<number, Set<Start['item']>>();
  for (const start of starts) {
    const scarce =
      start.slot.uses
        .map((use) => use.thing)
        .sort((a, b) => mostAt(model, b, minute - TICK) - mostAt(model, a, minute - TICK))[0] ?? -1;
    const items = by.get(scarce) ?? new Set();
    by.set(scarce, items.add(start.item));
  }
  let most = 0;
  for (const [thing, items] of by)
    most += thing < 0 ? items.size : Math.min(items.size, mostAt(model, thing, minute - TICK));
  return most;
}
