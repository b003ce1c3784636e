import type { Charge } from '../../../src/rules/counts.ts';
import type { Counter, Prices, Total } from './counter.ts';
import { type Counted, factors, type Group } from './groups.ts';
import { payInSteps } from './in-steps.ts';
import type { ProgramBuilder, Sum } from './program.ts';
import { totalsOf } from './totals.ts';

const INFINITE = Number.POSITIVE_INFINITY;

/** What the counters say of who takes what, as points. Units whose factor the time decides may be any between its ends. */
export function payCounters(
  groups: readonly Group[],
  counted: readonly Counted[],
  builder: ProgramBuilder,
): void {
  counted.forEach(({ counts, weight }, n) => {
    const counters = Array.from({ length: counts.keys }, (_, key) =>
      counterOf(groups, counts, n, key, builder),
    );
    for (const charge of counts.charges) payCharge(charge, counters, weight, builder);
  });
}

function counterOf(
  groups: readonly Group[],
  counts: Counted['counts'],
  n: number,
  key: number,
  builder: ProgramBuilder,
): Counter {
  const sum: [number, number][] = [];
  const units = new Map<number, { sessions: number; readonly sum: [number, number][] }>();
  const adds = new Map<Group, readonly number[]>();
  let certain = true;
  for (const group of groups) {
    const [least, most] = factors(group.items[0]!, counts);
    const seen = new Set<number>();
    for (const team of group.teams) {
      const own = team.adds[n]!.find(([k]) => k === key)?.[1] ?? 0;
      seen.add(own * least);
      if (own === 0) continue;
      sum.push([own * least, team.variable]);
      if (most > least) {
        const more = builder.variable(0, INFINITE, false);
        builder.row(
          -INFINITE,
          [
            [1, more],
            [-(most - least), team.variable],
          ],
          0,
        );
        sum.push([own, more]);
      }
      const by = units.get(own * least) ?? { sessions: 0, sum: [] };
      units.set(own * least, by);
      by.sum.push([1, team.variable]);
    }
    for (const unit of seen) if (unit !== 0) units.get(unit)!.sessions += group.items.length;
    adds.set(group, [...seen]);
    if (most > least) certain = false;
  }
  let known: readonly Total[] | undefined;
  const totals = () => {
    if (!certain) return undefined;
    known ??= totalsIn(
      sum,
      totalsOf(groups, (g) => adds.get(g)!),
      builder,
    );
    return known;
  };
  return { sum, units, totals };
}

/** A variable for each total, just one of which is so. */
function totalsIn(
  sum: Sum,
  totals: readonly number[] | undefined,
  builder: ProgramBuilder,
): readonly Total[] | undefined {
  if (!totals || totals.length === 0) return undefined;
  const made = totals.map((total): Total => ({ total, is: builder.variable(0, 1, true) }));
  builder.row(
    1,
    made.map(({ is }) => [1, is]),
    1,
  );
  builder.row(0, [...sum, ...made.map(({ total, is }) => [-total, is] as const)], 0);
  return made;
}

function payCharge(
  charge: Charge,
  counters: readonly Counter[],
  weight: number,
  builder: ProgramBuilder,
): void {
  const { key, aim, over, short } = charge;
  const counter = counters[key]!;
  const prices = { over: over * weight, short: short * weight };
  if (typeof aim === 'number') {
    payDistance(counter.sum, aim, prices, builder);
    return;
  }
  const { totals, sum } = counters[aim.of]!;
  const aims = totals()?.map(({ total, is }) => ({ aim: aim.share * total, is }));
  if (aims && payInSteps(counter, aims, prices, builder)) return;
  payDistance([...counter.sum, ...sum.map(([c, v]) => [-aim.share * c, v] as const)], 0, prices, builder);
}

function payDistance(sum: Sum, aim: number, { over, short }: Prices, builder: ProgramBuilder): void {
  const up = builder.variable(over, INFINITE, false);
  const down = builder.variable(short, INFINITE, false);
  builder.row(aim, [...sum, [-1, up], [1, down]], aim);
}
