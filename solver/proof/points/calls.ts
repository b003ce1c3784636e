import type { Model, Slot } from '../../model/model.ts';
import type { Given } from './groups.ts';
import type { ProgramBuilder } from './program.ts';
import type { Within } from './stretches.ts';

const INFINITE = Number.POSITIVE_INFINITY;

interface Called {
  readonly key: string;
  readonly each: number;
  readonly once: number;
}

/**
 * What peers pay for days in which they are called somewhere (the parts that say `calls`): a session that can be
 * nowhere else brings as many peers there as it takes at the fewest; those who are there anyhow may be the same.
 */
export function payCalls(
  model: Model,
  given: Given,
  within: readonly Within[],
  builder: ProgramBuilder,
): void {
  for (const { part, weight } of model.parts.wholeWants) {
    const { calls } = part;
    if (!calls || part.tier !== undefined || weight <= 0) continue;
    const callOf = (
      slot: Slot,
      places: readonly number[],
      item: Model['items'][number],
    ): Called | undefined => {
      const all = places.map((p) =>
        calls(model.review, {
          session: item.session,
          placement: { ...slot.held.placement, place: item.places[p]!.place },
        }),
      );
      const [first] = all;
      return first && all.every((c) => c?.key === first.key && c.each === first.each && c.once === first.once)
        ? first
        : undefined;
    };
    const days = new Map<number, Map<string, { readonly peers: number; readonly once: number }>>();
    for (const { stay, variable } of within) {
      const { item, slots } = stay;
      const [slot] = slots;
      const call =
        slot &&
        callOf(
          slot,
          item.places.map((_, p) => p),
          item,
        );
      if (!call) continue;
      const heads = item.teams.reduce(
        (least, t) => (given[2] === 0 && t.price.singles > 0 ? least : Math.min(least, t.members.length)),
        INFINITE,
      );
      if (heads === INFINITE) continue;
      const day = days.get(slot.day) ?? new Map<string, { readonly peers: number; readonly once: number }>();
      days.set(slot.day, day);
      const there = day.get(call.key) ?? {
        peers: builder.variable(call.each * weight, INFINITE, false),
        once: call.once,
      };
      day.set(call.key, there);
      builder.row(
        -INFINITE,
        [
          [heads, variable],
          [-1, there.peers],
        ],
        0,
      );
    }
    for (const day of days.values()) {
      const once = Math.min(...[...day.values()].map((c) => c.once));
      const any = builder.variable(once * weight, INFINITE, false);
      for (const { peers } of day.values())
        builder.row(
          -INFINITE,
          [
            [1, peers],
            [-1, any],
          ],
          0,
        );
    }
  }
}
