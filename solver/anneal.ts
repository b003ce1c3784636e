import { compareCosts } from '../src/programme/programme.ts';
import { floorOf } from './bound.ts';
import type { Model } from './model/model.ts';
import type { Search } from './search/search.ts';

/**
 * How much a build searches, in moves a session: what decides what a seed finds. The clock only cuts it short. First,
 * where the first programmes leave room for it, for the tiers above the points; then for points.
 */
const MOVES_FOR_TIERS = 300;
const MOVES_FOR_POINTS = 600;
/** A week of fewer sessions is searched as if it had so many. */
const SMALL = 20;
export const STARTS = 3;
/**
 * The part of the first that is done without the "coulds": they are worth less than what a third stream or a session
 * taken by one costs, and stand in the way of those who look for a week without.
 */
const WITHOUT_COULDS = 0.6;
/** While a tier above the points is to be won, points are no reason to keep things where they are. */
const HOT = 60;
/** The temperatures, in points, between which the search for points cools. */
const [WARM, COOL] = [8, 0.2];

/**
 * Builds a few programmes and betters the best of them, within the budget, until `late` says stop: at least one, so
 * that whoever stops at once has something. `effort` multiplies the budget.
 */
export function run(engine: Search, model: Model, late: () => boolean, effort: number = 1): void {
  for (let n = 0; n < STARTS && (n === 0 || !late()); n++) engine.construct();
  anneal(engine, model, late, effort);
}

/** Betters the best that a search has, within the budget of moves, until `late` says stop or nothing better can be. */
export function anneal(engine: Search, model: Model, late: () => boolean, effort: number = 1): void {
  const floor = floorOf(model);
  const won = () => engine.best.cost.slice(0, 5).every((cost, tier) => cost <= floor[tier]!);
  const most = () => engine.best.cost.slice(0, 4).every((cost, tier) => cost <= floor[tier]!);
  const done = () => compareCosts(engine.best.cost, floor) <= 0;
  const items = Math.max(model.items.length, SMALL);
  engine.restore(engine.best.plan);
  const toWin = MOVES_FOR_TIERS * effort * items;
  const coulds = model.items.some((item) => item.session.priority === 'could');
  if (coulds && !most()) {
    engine.rest();
    if (spend(toWin * WITHOUT_COULDS, late, () => (most() ? undefined : engine.step(HOT, 'most')))) return;
    engine.restore(engine.best.plan);
    engine.wake();
  }
  const left = coulds ? toWin * (1 - WITHOUT_COULDS) : toWin;
  if (spend(left, late, () => (won() ? undefined : engine.step(HOT, 'tiers')))) return;
  engine.restore(engine.best.plan);
  spend(MOVES_FOR_POINTS * effort * items, late, (share) => {
    if (done()) return undefined;
    return engine.step(WARM * (COOL / WARM) ** share, 'points');
  });
}

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
