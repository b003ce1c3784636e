import type { Part } from '../../../src/rules/rule.ts';
import type { Model } from '../../model/model.ts';
import type { Priced } from '../../model/parts.ts';
import type { Plan } from '../../search/search.ts';
import { LinearBuilder, type LinearModel } from '../linear.ts';
import { blocksOf } from './blocks.ts';
import { keepTogether } from './clashes.ts';
import { countBeyond } from './columns.ts';
import { countersOf } from './counters.ts';
import { inParts } from './point.ts';
import type { Term } from './rows.ts';
import { shareThings } from './shared.ts';
import { startsOf } from './starts.ts';
import { whereOf } from './where.ts';
import { whoOf } from './who.ts';

/**
 * A review whole, as one model for engines of any make: when, where and by whom each session is held, and what that
 * costs tier by tier. Solved to the end it gives a floor under every programme's cost, and the best programme itself
 * where `leftOut` names nothing that speaks of it.
 */
export interface JointModel {
  /** The variables and conditions, with no objective of their own. */
  readonly model: LinearModel;
  /** The six tiers, each a sum to make least, in order; the last in parts of a point (`POINT`). */
  readonly tiers: readonly (readonly Term[])[];
  /** The parts of rules, as `rule/part`, that the model forgets: it is too kind by these. */
  readonly leftOut: readonly string[];
  /** The programme that a solution stands for: `holds` says which variables are 1. */
  readonly planOf: (holds: (variable: number) => boolean) => Plan;
  /** The variables that say when each item is held, by item and slot: to hold a part of a programme as it is. */
  readonly when: readonly (readonly number[])[];
  /** The variables that say who takes it, by item and team. */
  readonly by: readonly (readonly number[])[];
}

export function jointModel(model: Model): JointModel {
  const builder = new LinearBuilder();
  const starts = startsOf(model, builder);
  const blocks = blocksOf(model, starts.all, builder);
  shareThings(model, starts.all, blocks, builder);
  keepTogether(model, starts, builder);
  const where = whereOf(model, starts, builder);
  const who = whoOf(model, starts, where, builder);
  const counted = countersOf(model, starts, who, builder);
  const beyond = countBeyond(model, starts.all, blocks, builder);
  const left = (priority: string): readonly Term[] =>
    model.items.flatMap((i): Term[] => (i.session.priority === priority ? [[1, starts.out[i.index]!]] : []));
  const points: Term[] = [
    ...starts.all.map(({ slot, variable }): Term => [inParts(slot.price.points), variable]),
    ...where.points,
    ...who.points,
    ...counted,
  ];
  return {
    model: builder.build(`The programme of ${model.review.council}, whole`),
    tiers: [
      left('must'),
      left('should'),
      who.singles,
      beyond,
      left('could'),
      points.filter(([c]) => c !== 0),
    ],
    leftOut: forgotten(model),
    planOf: (holds) =>
      model.items.map(({ index }) => {
        const slot = starts.at[index]!.findIndex(holds);
        if (slot < 0) return undefined;
        return { slot, place: where.placeOf(index, slot, holds), team: who.teamOf(index, holds) };
      }),
    when: starts.at,
    by: who.takes,
  };
}

/**
 * All tiers in one sum, each tier worth more than all that the tiers below it can come to, each variable named once. Of a
 * large week that is more than a floating-point engine holds exactly: those solve tier after tier.
 */
export function inOneSum({ tiers }: JointModel): readonly (readonly [weight: bigint, variable: number])[] {
  const weights = new Map<number, bigint>();
  let worth = 1n;
  for (const tier of [...tiers].reverse()) {
    let most = 0n;
    for (const [c, v] of tier) {
      weights.set(v, (weights.get(v) ?? 0n) + BigInt(c) * worth);
      most += BigInt(c);
    }
    worth *= most + 1n;
  }
  return [...weights].map(([v, weight]) => [weight, v]);
}

function forgotten({ parts }: Model): readonly string[] {
  const name = ({ rule, part }: Priced<Part>) => `${rule.id}/${part.name}`;
  return [
    ...parts.placedMusts.filter(({ part }) => part.looksAt.length > 2).map(name),
    ...parts.placedWants.filter(({ part }) => part.looksAt.length > 1).map(name),
    ...parts.pairedMusts
      .filter(({ part }) => !part.swaps && !(part.between && part.looksAt.every((a) => a === 'time')))
      .map(name),
    ...parts.pairedWants.map(name),
    ...parts.wholeMusts.filter(({ part }) => !part.counts).map(name),
    ...parts.wholeWants.filter(({ part }) => !part.counts && !part.columns).map(name),
  ];
}
