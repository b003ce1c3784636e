import type { Disturbed } from '../../src/programme/disturbed.ts';
import type { CompileOptions } from '../model/kept.ts';
import type { Item, Model } from '../model/model.ts';
import { randomFrom } from '../random.ts';
import type { Found, Plan } from '../search/search.ts';
import { Deepening, type Depth, type Opinion, type TimePlan } from './deepen.ts';
import { Fitting } from './fitting.ts';
import { floorUnder } from './floor.ts';
import { Moved } from './moved.ts';
import { Polish } from './polish.ts';
import { type Stands, standsIn } from './stands.ts';
import { Times } from './times.ts';
import type { Weight } from './weighing.ts';

/** Steps that the search for the fewest may take, and that one more session is worth once it has given up. */
const STEPS = { all: 6000, one: 400 } as const;
const ROUNDS = 6;

/** A repair, and how far it is proven that none disturbs fewer. */
export interface Repaired {
  readonly plan: Plan;
  readonly weight: Weight;
  /** No repair that holds as many sessions disturbs less than this. */
  readonly atLeast: Disturbed;
}

/** A first look: what stands, and what has lost its place put wherever there is room. Undefined where more must move. */
export function firstLook(model: Model, options: CompileOptions): Found | undefined {
  const stands = standsIn(model, options);
  const { plan, all } = new Fitting(model, stands).quick((item) => isWanted(item, stands));
  return all ? { plan, cost: [0, 0, 0, 0, 0, 0] } : undefined;
}

/** Mends a programme, disturbing as few people as can be (`Weight` has the order). */
export function repair(
  model: Model,
  options: CompileOptions & { readonly seed: number },
  late: () => boolean,
): Repaired {
  const stands = standsIn(model, options);
  const found = fewest(model, stands, late);
  const polish = new Polish(model, stands, found.plan, randomFrom(options.seed));
  polish.run(ROUNDS, late);
  return {
    plan: polish.plan,
    weight: polish.weight,
    atLeast: floorUnder(model, stands, found.atLeast, polish.weight.disturbed),
  };
}

/** A plan that moves few, and the cost (`Moved`) that no plan is below. */
interface Few {
  readonly plan: Plan;
  readonly atLeast: number;
}

function fewest(model: Model, stands: Stands, late: () => boolean): Few {
  const fitting = new Fitting(model, stands);
  const wanted = new Set(model.items.filter((item) => isWanted(item, stands)));
  // Where all finds room with nobody else moved, no fewer can be.
  const quick = fitting.quick((item) => wanted.has(item));
  if (quick.all) return { plan: quick.plan, atLeast: costOfLost(stands) };
  const times = new Times(
    model,
    stands.of.map((stand) => stand?.at[0]),
  );
  let plan: Plan | undefined;
  const visit = (at: TimePlan): Opinion => {
    const fit = fitting.fit(at);
    deepening.spend(Math.ceil(fit.tries / 8));
    if (!fit.plan) return fit.sure ? 'no' : 'doubt';
    plan = fit.plan;
    return 'take';
  };
  const deepening = new Deepening(model, stands, times, visit);
  const depth = deepening.run((item) => wanted.has(item), STEPS.all);
  if (plan) return { plan, atLeast: depth.atLeast };
  return oneByOne(stands, deepening, wanted, () => plan ?? quick.plan, late);
}

/** What it costs that those move who have no slot left at their time. */
function costOfLost(stands: Stands): number {
  const moved = new Moved(stands);
  for (const stand of stands.of) if (stand?.at.length === 0) moved.add(stand);
  return moved.cost;
}

/** What a repair has to find a place for, where there is any: all that must and should be held and was not left out before. */
function isWanted(item: Item, stands: Stands): boolean {
  if (item.session.priority === 'could' || stands.leftOut[item.index]) return false;
  return hasSomewhere(item, stands);
}

function hasSomewhere(item: Item, stands: Stands): boolean {
  const stand = stands.of[item.index];
  if (stand && stand.at.length > 0) return true;
  return item.slots.some((s) => !(item.standing?.added.slot && s.index === item.standing.slot));
}

/** Where not everything can be held: musts first, each that can be beside those before it. */
function oneByOne(
  stands: Stands,
  deepening: Deepening,
  wanted: ReadonlySet<Item>,
  plan: () => Plan,
  late: () => boolean,
): Few {
  const fallen = (item: Item): boolean => (stands.of[item.index]?.at.length ?? 0) === 0;
  const held = new Set([...wanted].filter((item) => !fallen(item)));
  const depth: Depth = deepening.run((item) => held.has(item), STEPS.one);
  const rank = { must: 0, should: 1, could: 2 } as const;
  const rest = [...wanted]
    .filter(fallen)
    .sort(
      (a, b) =>
        rank[a.session.priority] - rank[b.session.priority] ||
        a.slots.length - b.slots.length ||
        a.index - b.index,
    );
  for (const item of rest) {
    if (late()) break;
    held.add(item);
    if (deepening.run((i) => held.has(i), STEPS.one).found === undefined) held.delete(item);
  }
  return { plan: plan(), atLeast: depth.atLeast };
}
