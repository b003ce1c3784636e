import { check } from '../src/check/check.ts';
import { verdict } from '../src/check/verdict.ts';
import type { Outcome, Solve, SolveOptions } from '../src/programme/outcome.ts';
import type { Held, Placement } from '../src/programme/placement.ts';
import { type Cost, compareCosts, heldIn, type Programme } from '../src/programme/programme.ts';
import { lettersFor } from '../src/programme/streams.ts';
import { sessionsToPlace } from '../src/review/facts.ts';
import type { Review } from '../src/review/review.ts';
import { floorOf } from './bound.ts';
import { conflictsOf } from './explain/conflicts.ts';
import { whyLeftOut } from './explain/left-out.ts';
import { type Compiled, compile } from './model/compile.ts';
import type { Model } from './model/model.ts';
import { type Plan, Search } from './search/search.ts';
import { State } from './search/state.ts';

/** How much a build searches, in moves: what decides what a seed finds. The clock only cuts it short. */
const MOVES_PER_SESSION = 200;
export const STARTS = 3;
/** The most of a search that goes on the tiers above the points alone. */
const HOT = 0.35;

/** The placements of a plan, in time order, each with its stream's letter. */
export function placementsOf(model: Model, plan: Plan): readonly Placement[] {
  const state = new State(model);
  for (const item of model.items) {
    const choice = plan[item.index];
    if (choice) state.put(item, choice);
  }
  const held: readonly Held[] = heldIn(model.review, { placements: state.week().map((h) => h.placement) });
  // What stays at its time stays in its column.
  const kept = new Map(
    model.items.flatMap((item) =>
      item.kept && plan[item.index]?.slot === item.kept.slot ? [[item.session.id, item.kept.stream]] : [],
    ),
  );
  const letters = lettersFor(held, model.review.streams, kept);
  return held.map(({ placement }) => ({ ...placement, stream: letters.get(placement.session)! }));
}

/**
 * Builds a programme for a review: every must rule kept, and the six tiers of cost as low as the search gets them.
 * What comes out has been through `src/check`; a broken must there is a fault of ours and throws. In the caller's own
 * thread: a stop that comes as a signal is heard only if it came before.
 */
export const solve: Solve = async (review, options) =>
  search(review, options, () => options.signal?.aborted === true);

/** The same, with the word to stop asked for as often as every few moves. */
export function search(
  review: Review,
  options: Omit<SolveOptions, 'signal'>,
  stopped: () => boolean,
): Outcome {
  const began = performance.now();
  const late = (): boolean =>
    stopped() || (options.timeLimit !== undefined && performance.now() - began > options.timeLimit * 1000);
  const compiled = compile(review, {
    ...(options.keep && { keep: options.keep }),
    ...(options.from !== undefined && { from: options.from }),
  });
  const engine = new Search(compiled.model, options.seed);
  run(engine, compiled.model, options.keep !== undefined, late);
  return outcomeOf(review, compiled, engine.best.plan, options, began, stopped());
}

function run(engine: Search, model: Model, keeping: boolean, late: () => boolean): void {
  const starts = keeping ? 1 : STARTS;
  for (let n = 0; n < starts && !late(); n++) engine.construct();
  anneal(engine, model, keeping, late);
}

/** Betters the best that a search has, within the budget of moves, until `late` says stop or nothing better can be. */
export function anneal(engine: Search, model: Model, keeping: boolean, late: () => boolean): void {
  const floor = floorOf(model);
  const done = () => !keeping && compareCosts(engine.best.cost, floor) <= 0;
  engine.restore(engine.best.plan);
  const budget = MOVES_PER_SESSION * model.items.length;
  // While a tier above the points is still to be won, points are no reason to keep things where they are.
  const won = () => engine.best.cost.slice(0, 5).every((cost, tier) => cost <= floor[tier]!);
  let hot = !keeping;
  let [spent, quarter, sinceLook] = [0, 1, 0];
  while (spent < budget && !done()) {
    const left = 1 - spent / budget;
    if (hot && (left < 1 - HOT || won())) {
      hot = false;
      engine.restore(engine.best.plan);
    }
    const cost = engine.step(keeping ? 0 : hot ? 60 : 4 * left * left + 0.05);
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

function outcomeOf(
  review: Review,
  compiled: Compiled,
  plan: Plan,
  { keep, seed }: Pick<SolveOptions, 'keep' | 'seed'>,
  began: number,
  stopped: boolean,
): Outcome {
  const { model } = compiled;
  const placements = placementsOf(model, plan);
  const placed = new Set(placements.map((p) => p.session));
  const bare: Programme = {
    review: review.id,
    revision: review.revision,
    placements,
    fixedEvents: keep?.fixedEvents ?? [],
    unplaced: [],
  };
  const left = sessionsToPlace(review).filter((s) => !placed.has(s.id));
  // Whoever said stop waits for the programme, not for the reasons.
  const conflicts =
    !stopped && left.some((s) => s.priority === 'must')
      ? conflictsOf(compiled, plan)
      : { list: [], proven: false };
  const judged = verdict(review, bare, check(review, bare));
  const refused = judged.broken.filter((f) => f.sessions.some((id) => placed.has(id)) && keep === undefined);
  if (refused.length > 0) {
    throw new Error(
      `A programme was built that breaks a must rule: ${refused.map((f) => f.sentence).join(' ')}`,
    );
  }
  const bound: Cost = floorOf(model);
  const programme: Programme = {
    ...bare,
    unplaced: left.map((s) => ({ session: s.id, because: whyLeftOut(compiled, plan, s.id) })),
    cost: judged.cost,
    bound,
    seed,
  };
  const tight = judged.cost.slice(0, 5).every((c, tier) => c <= bound[tier]! + 1e-9);
  return {
    status: statusOf(judged.missing.length, compareCosts(judged.cost, bound) <= 0, conflicts.proven),
    programme,
    cost: judged.cost,
    bound,
    ...(tight && { gap: Math.max(0, Math.round((judged.cost[5] - bound[5]) * 1000) / 1000) }),
    seconds: (performance.now() - began) / 1000,
    conflicts: conflicts.list,
  };
}

function statusOf(missing: number, proven: boolean, impossible: boolean): Outcome['status'] {
  if (missing === 0) return proven ? 'optimal' : 'feasible';
  return impossible ? 'impossible' : 'unfinished';
}
