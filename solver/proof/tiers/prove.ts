import { type Cost, compareCosts } from '../../../src/programme/programme.ts';
import { runForTiers } from '../../anneal.ts';
import type { Model } from '../../model/model.ts';
import { type Found, type Plan, Search } from '../../search/search.ts';
import { State } from '../../search/state.ts';
import { limitsOfTwo } from './apart.ts';
import type { Question } from './ascent.ts';
import { HalfDay } from './half-day.ts';
import { type Budget, leastOf, type Spent } from './least.ts';
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
  const limits = [...limitsOfTwo(week)];
  const spent: Spent = { branches: 0, priced: 0 };
  const bound: number[] = [...(known?.bound ?? [])];
  for (let tier = bound.length; tier < TIERS && !late(); tier++) {
    const enough = bound.every((b, t) => b === best.cost[t]) ? best.cost[tier]! : Number.POSITIVE_INFINITY;
    const question: Question = { tier, given: [...bound], enough };
    const { least, plan } =
      enough === 0 ? { least: 0 } : leastOf(week, halfDays, question, limits, { budget, spent }, late);
    if (!Number.isFinite(least)) break;
    const cost = plan && costOf(model, plan);
    if (cost && compareCosts(cost, best.cost) < 0) best = { plan, cost };
    bound.push(least);
    told(bound, best);
    // Where it is not known that a programme costs no more, nothing can be asked about the tiers after.
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
