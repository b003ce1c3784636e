import { type Cost, compareCosts } from '../../../src/programme/programme.ts';
import { runForTiers } from '../../anneal.ts';
import type { Model } from '../../model/model.ts';
import { type Found, type Plan, Search } from '../../search/search.ts';
import { State } from '../../search/state.ts';
import { limitsOfTwo } from './apart.ts';
import { HalfDay } from './half-day.ts';
import { type Budget, type Ground, type Spent, Tier } from './least.ts';
import { weekOf } from './week.ts';

/** The tiers before the points, in order. */
export const TIERS = 5;

/** What is proven of the tiers before the points, in their order. */
export interface Proven {
  /** No programme costs less, compared in order: each holds of programmes that cost what is said before it. */
  readonly bound: readonly number[];
  /** The best programme that the proof came upon. */
  readonly best: Found;
}

/** What is proven already, and a programme that costs just that in the tiers that it is of. */
export interface Known {
  readonly bound: readonly number[];
  readonly best: Found;
}

/** Moves to begin with, as a share of what a build makes: what they find need not be asked for any more. */
const FIRST = 0.3;

/** How much a proof may look into, in all: the same budget gives the same answer. */
export const usualBudget: Budget = { branches: 800, priced: 700_000 };

/**
 * A floor under each of the five tiers before the points, tier by tier: each is asked about among programmes that cost
 * no more than is proven in those before it. A short search goes before, for a tier is done as soon as its floor is what
 * a programme costs that is as good before. `told` hears of each tier and of the best
 * programme by then; `late` only cuts short; `known` is where to go on from.
 */
export function proveTiers(
  model: Model,
  seed: number,
  late: () => boolean = () => false,
  told: (bound: readonly number[], best: Found) => void = () => {},
  budget: Budget = usualBudget,
  known?: Known,
): Proven {
  let best = known?.best ?? first(model, seed, late);
  const week = weekOf(model);
  const halfDays = week.stretches.map((stretch) => new HalfDay(week, stretch));
  const spent: Spent = { branches: 0, priced: 0 };
  const ground: Ground = { week, halfDays, limits: [...limitsOfTwo(week)], budget, spent, late };
  const done = known?.bound.length ?? 0;
  const bound: number[] = [...(known?.bound ?? [])];
  const tiers: Tier[] = [];
  const enoughIn = (tier: number): number =>
    bound.slice(0, tier).every((b, t) => b === best.cost[t]) ? best.cost[tier]! : Number.POSITIVE_INFINITY;
  // Of the week as it is, tier by tier: it may be all that the search beside it needs.
  const look = (from: number): void => {
    bound.length = from;
    for (let tier = from; tier < TIERS && !late(); tier++) {
      const asked = new Tier(ground, { tier, given: [...bound], enough: enoughIn(tier) });
      if (!Number.isFinite(asked.least)) return;
      tiers[tier] = asked;
      bound.push(asked.least);
      told(bound, best);
    }
  };
  look(done);
  for (let tier = done; tier < bound.length && !late(); tier++) {
    const rises = (to: number): void => told([...bound.slice(0, tier), to], best);
    const { least, plan } = tiers[tier]!.deepen(enoughIn(tier), rises);
    if (!Number.isFinite(least)) break;
    const cost = plan && costOf(model, plan);
    if (cost && compareCosts(cost, best.cost) < 0) best = { plan, cost };
    // What was said of the tiers after was said of other programmes.
    if (least > bound[tier]!) {
      bound[tier] = least;
      look(tier + 1);
    }
    told(bound, best);
    // Where it is not known that a programme costs no more, it would take too much to get further in the tiers after.
    if (least !== best.cost[tier]) break;
  }
  return { bound, best };
}

function first(model: Model, seed: number, late: () => boolean): Found {
  const search = new Search(model, seed);
  runForTiers(search, model, late, FIRST);
  return search.best;
}

function costOf(model: Model, plan: Plan): Cost {
  const state = new State(model);
  for (const item of model.items) {
    const choice = plan[item.index];
    if (choice) state.put(item, choice);
  }
  state.settle();
  return state.cost();
}
