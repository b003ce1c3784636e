import type { Model } from '../../model/model.ts';
import type { Given } from './groups.ts';
import { legsOf } from './legs.ts';
import type { ProgramBuilder, Sum } from './program.ts';
import { roundsOf } from './rounds.ts';
import type { Within } from './stretches.ts';

const INFINITE = Number.POSITIVE_INFINITY;

/**
 * What peers pay for being called somewhere (the parts that say `calls`): a session that can be nowhere else brings as
 * many peers there as it takes at the fewest. On each leg of a day so many peers make each round of places to call at,
 * at what the rule says that it costs; those who are at a place anyhow may be the same, for as many sessions as one
 * can take on that round.
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
    for (const callers of legsOf(model, given, within, calls).values()) {
      const rounds = roundsOf(model, callers).map(({ keys, most }) => ({
        keys,
        most,
        peers: builder.variable(calls.least(model.review, keys) * weight, INFINITE, true),
      }));
      if (rounds.length === 0) continue;
      const sum: (readonly [number, number])[] = [];
      for (const { key, heads, variable } of callers) {
        const there = rounds.filter(({ keys }) => keys.includes(key));
        builder.row(-INFINITE, [[heads, variable], ...there.map((r) => [-1, r.peers] as const)], 0);
        sum.push([heads, variable]);
      }
      const taken: Sum = rounds.map(({ most, peers }) => [-most, peers]);
      builder.row(-INFINITE, [...sum, ...taken], 0);
    }
  }
}
