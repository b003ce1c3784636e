import { compareCosts } from '../src/programme/programme.ts';
import { floorOf } from './bound.ts';
import type { Model } from './model/model.ts';
import type { Search } from './search/search.ts';

/**
 * How much a build searches, in moves a session: what decides what a seed finds. The clock only cuts it short. First,
 * where the first programmes leave room for it, for the tiers above the points; then for points.
 */
const MOVES_FOR_TIERS = 450;
const MOVES_FOR_POINTS = 1000;
/** A week of fewer sessions is searched as if it had so many. */
const SMALL = 20;
const STARTS = 3;
/**
 * The part of the first that is done without the "coulds": they are worth less than what a third stream or a session
 * taken by one costs, and stand in the way of those who look for a week without.
 */
const WITHOUT_COULDS = 0.6;
/** The part of the second that goes on partners alone at the end, from the best that was found. */
const PARTNERS = 0.12;
/** While a tier above the points is to be won, points are no reason to keep things where they are. */
const HOT = 60;

/** Temperatures, in points, from one of which a search cools to the other. */
interface Cooling {
  readonly warm: number;
  readonly cool: number;
}
const POINTS: Cooling = { warm: 5, cool: 0.2 };
const LAST: Cooling = { warm: 1, cool: 0.1 };

/**
 * Builds a few programmes and betters the best of them, within the budget, until `late` says stop: at least one, so
 * that whoever stops at once has something. `effort` multiplies the budget. `hurried` cuts short even the first.
 */
export function run(
  engine: Search,
  model: Model,
  late: () => boolean,
  effort: number = 1,
  hurried: () => boolean = () => false,
): void {
  begin(engine, late, hurried);
  anneal(engine, model, late, effort);
}

/** The same, for the tiers above the points alone. */
export function runForTiers(engine: Search, model: Model, late: () => boolean, effort: number = 1): void {
  begin(engine, late, late);
  winTiers(engine, model, late, effort);
}

/** Betters the best that a search has, within the budget of moves, until `late` says stop or nothing better can be. */
export function anneal(engine: Search, model: Model, late: () => boolean, effort: number = 1): void {
  if (winTiers(engine, model, late, effort)) return;
  const floor = floorOf(model);
  const done = () => compareCosts(engine.best.cost, floor) <= 0;
  const budget = MOVES_FOR_POINTS * effort * sizeOf(model);
  const parts = [
    { after: 'points', cooling: POINTS, share: 1 - PARTNERS },
    { after: 'partners', cooling: LAST, share: PARTNERS },
  ] as const;
  for (const { after, cooling, share } of parts) {
    engine.restore(engine.best.plan);
    const cut = spend(budget * share, late, (spent) => {
      if (done()) return undefined;
      return engine.step(cooling.warm * (cooling.cool / cooling.warm) ** spent, after);
    });
    if (cut) return;
  }
  engine.topUp(late);
}

function begin(engine: Search, late: () => boolean, hurried?: () => boolean): void {
  for (let n = 0; n < STARTS && (n === 0 || !late()); n++) engine.construct(hurried);
}

/** Betters the tiers above the points. True where `late` said stop. */
function winTiers(engine: Search, model: Model, late: () => boolean, effort: number): boolean {
  const floor = floorOf(model);
  const won = () => engine.best.cost.slice(0, 5).every((cost, tier) => cost <= floor[tier]!);
  const most = () => engine.best.cost.slice(0, 4).every((cost, tier) => cost <= floor[tier]!);
  engine.restore(engine.best.plan);
  const budget = MOVES_FOR_TIERS * effort * sizeOf(model);
  const coulds = model.items.some((item) => item.session.priority === 'could');
  const without = coulds ? budget * WITHOUT_COULDS : 0;
  if (coulds && !most()) {
    engine.rest();
    if (spend(without, late, () => (most() ? undefined : engine.step(HOT, 'most')))) return true;
    engine.restore(engine.best.plan);
    engine.wake();
  }
  return spend(budget - without, late, () => (won() ? undefined : engine.step(HOT, 'tiers')));
}

const sizeOf = (model: Model): number => Math.max(model.items.length, SMALL);

/** Moves between two looks at whether to stop. */
const LOOK = 64;

/**
 * Makes moves until a budget of them is spent, nothing is left to win (`move` gives undefined), or `late` says stop,
 * which is true then. `move` is given the share of the budget that is spent and gives what it cost.
 */
function spend(budget: number, late: () => boolean, move: (share: number) => number | undefined): boolean {
  let [spent, sinceLook] = [0, LOOK];
  while (spent < budget) {
    if (sinceLook >= LOOK) {
      sinceLook = 0;
      if (late()) return true;
    }
    const cost = move(spent / budget);
    if (cost === undefined) return false;
    spent += cost;
    sinceLook += cost;
  }
  return false;
}
