import { compareCosts } from '../src/programme/programme.ts';
import { floorOf } from './bound.ts';
import type { Model } from './model/model.ts';
import type { Search } from './search/search.ts';

/** How much a build searches, in moves: what decides what a seed finds. The clock only cuts it short. */
const MOVES_PER_SESSION = 600;
export const STARTS = 3;
/** The most of a search that goes on the tiers above the points alone. */
const HOT = 0.35;

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
  const done = () => compareCosts(engine.best.cost, floor) <= 0;
  engine.restore(engine.best.plan);
  const budget = MOVES_PER_SESSION * effort * model.items.length;
  // While a tier above the points is still to be won, points are no reason to keep things where they are.
  const won = () => engine.best.cost.slice(0, 5).every((cost, tier) => cost <= floor[tier]!);
  let hot = true;
  let [spent, quarter, sinceLook] = [0, 1, 0];
  while (spent < budget && !done() && !(spent === 0 && late())) {
    const left = 1 - spent / budget;
    if (hot && (left < 1 - HOT || won())) {
      hot = false;
      engine.restore(engine.best.plan);
    }
    const cost = engine.step(hot ? 60 : 4 * left * left + 0.05);
    spent += cost;
    sinceLook += cost;
    if (sinceLook >= 64) {
      sinceLook = 0;
      if (late()) break;
    }
    if (spent >= (budget * quarter) / 4) {
      quarter++;
      if (!hot) engine.restore(engine.best.plan);
    }
  }
}
