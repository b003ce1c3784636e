import type { Charge, Counts } from '../../../src/rules/counts.ts';
import type { Item, Model } from '../../model/model.ts';
import type { LinearBuilder } from '../linear.ts';
import { inParts } from './point.ts';
import { push, type Term } from './rows.ts';
import type { Starts } from './starts.ts';
import type { Who } from './who.ts';

/** Shares are rounded to this part, and what is off them is counted in so many steps a unit; the error is given away. */
const FINE = 1000;
const STEPS = 10;

/** The `whole` parts that are sums over counters: musts as conditions, wants as points. */
export function countersOf(model: Model, starts: Starts, who: Who, builder: LinearBuilder): readonly Term[] {
  const points: Term[] = [];
  const { wholeMusts, wholeWants } = model.parts;
  for (const { rule, part, weight } of [...wholeMusts, ...wholeWants]) {
    const counts = part.counts?.(model.review);
    if (!counts || (part.kind === 'want' && part.tier !== undefined)) continue;
    const name = `${rule.id}_${part.name}`;
    const counters = valuesOf(model, counts, starts, who, name, builder);
    for (const charge of counts.charges) {
      const off = offOf(charge, counters, model.items.length);
      for (const [way, price] of [
        [1, charge.over],
        [-1, charge.short],
      ] as const) {
        if (price === 0 || off.terms.length === 0) continue;
        const slack = part.kind === 'must' ? [] : slackFor(off, way, `${name}_${charge.key}`, builder);
        const cost = inParts((price * weight * off.step) / off.scale);
        for (const [units, v] of slack) points.push([units * cost, v]);
        builder.add(
          `${name}_${charge.key}`,
          [
            ...off.terms.map(([c, v]): Term => [way * c, v]),
            ...slack.map(([units, v]): Term => [-units * off.step, v]),
          ],
          '<=',
          way * off.aim + off.giveAway,
        );
      }
    }
  }
  return points;
}

/** What each counter holds, as sums over variables. */
function valuesOf(
  model: Model,
  counts: Counts,
  starts: Starts,
  who: Who,
  name: string,
  builder: LinearBuilder,
): readonly (readonly Term[])[] {
  const values: Term[][] = Array.from({ length: counts.keys }, () => []);
  for (const item of model.items) {
    const adds = item.teams.map((team) => counts.adds(item.session, team.ids));
    if (adds.every((list) => list.length === 0)) continue;
    const byFactor = new Map<number, number[]>();
    for (const slot of item.slots)
      push(
        byFactor,
        counts.times?.({ from: slot.awayFrom, to: slot.awayTo }) ?? 1,
        starts.at[item.index]![slot.index]!,
      );
    const takes = who.takes[item.index]!;
    const held =
      byFactor.size === 1
        ? new Map([[[...byFactor.keys()][0]!, takes]])
        : split(item, takes, byFactor, name, builder);
    for (const [factor, by] of held)
      adds.forEach((list, t) => {
        for (const [key, units] of list) if (factor !== 0) values[key]!.push([units * factor, by[t]!]);
      });
  }
  return values;
}

/** Where the time makes a difference: who takes it, by the factor of the time that it is held at. */
function split(
  item: Item,
  takes: readonly number[],
  byFactor: ReadonlyMap<number, readonly number[]>,
  name: string,
  builder: LinearBuilder,
): ReadonlyMap<number, readonly number[]> {
  const out = new Map<number, readonly number[]>();
  for (const [factor, at] of byFactor) {
    const by = takes.map((_, t) => builder.variable(`${name}_${item.session.id}_${t}_times_${factor}`));
    out.set(factor, by);
    builder.add(`${name}_times`, [...by.map((v): Term => [1, v]), ...at.map((v): Term => [-1, v])], '=', 0);
  }
  takes.forEach((v, t) => {
    builder.add(`${name}_takes`, [...[...out.values()].map((by): Term => [1, by[t]!]), [-1, v]], '=', 0);
  });
  return out;
}

interface Off {
  /** `scale` times (the counter, less a share of another). */
  readonly terms: readonly Term[];
  readonly scale: number;
  /** What one unit of slack takes up of that. */
  readonly step: number;
  /** `scale` times the aim, where it is a number. */
  readonly aim: number;
  /** What rounding may be wrong by, likewise. */
  readonly giveAway: number;
}

function offOf({ key, aim }: Charge, values: readonly (readonly Term[])[], items: number): Off {
  const own = values[key]!;
  if (typeof aim === 'number' && Number.isInteger(aim) && own.every(([c]) => Number.isInteger(c)))
    return { terms: own, scale: 1, step: 1, aim, giveAway: 0 };
  const sum = new Map<number, number>();
  const add = (list: readonly Term[], by: number) => {
    for (const [c, v] of list) sum.set(v, (sum.get(v) ?? 0) + Math.round(c * by));
  };
  add(own, FINE);
  if (typeof aim !== 'number') add(values[aim.of]!, -FINE * aim.share);
  return {
    terms: [...sum].flatMap(([v, c]): Term[] => (c === 0 ? [] : [[c, v]])),
    scale: FINE,
    step: FINE / STEPS,
    aim: typeof aim === 'number' ? Math.round(FINE * aim) : 0,
    // One variable of each session is 1, rounded by a half twice at the most; and slack comes in whole steps.
    giveAway: items + 1 + FINE / STEPS,
  };
}

/** Whole steps between nothing and the most that can be off, in powers of two. */
function slackFor(
  { terms, step, aim }: Off,
  way: 1 | -1,
  name: string,
  builder: LinearBuilder,
): readonly Term[] {
  let most = -way * aim;
  for (const [c] of terms) most += Math.max(0, way * c);
  const out: Term[] = [];
  for (let unit = 1, left = Math.ceil(most / step); left > 0; unit *= 2) {
    const units = Math.min(unit, left);
    out.push([units, builder.variable(`${name}_${way > 0 ? 'over' : 'short'}_${unit}`)]);
    left -= units;
  }
  return out;
}
