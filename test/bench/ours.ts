import { run } from '../../solver/anneal.ts';
import { compile } from '../../solver/model/compile.ts';
import type { Model } from '../../solver/model/model.ts';
import { type Plan, Search } from '../../solver/search/search.ts';
import { type Cost, compareCosts } from '../../src/programme/programme.ts';
import type { Review } from '../../src/review/review.ts';

/** A programme that was better than all before it, and when it was found (milliseconds, compiling included). */
export interface Step {
  readonly at: number;
  readonly cost: Cost;
}

/** One run of our own search, in this thread. */
export interface Searched {
  readonly model: Model;
  readonly compiled: number;
  /** Until the search had spent its budget. */
  readonly took: number;
  readonly trail: readonly Step[];
  readonly plan: Plan;
}

/** Searches as a build does, from one seed, and notes when each better programme was found. */
export function search(review: Review, seed: number): Searched {
  const began = performance.now();
  const { model } = compile(review);
  const compiled = performance.now() - began;
  const engine = new Search(model, seed);
  const trail: Step[] = [];
  const look = (): boolean => {
    const { cost } = engine.best;
    const last = trail.at(-1);
    if (!last || compareCosts(cost, last.cost) < 0) trail.push({ at: performance.now() - began, cost });
    return false;
  };
  run(engine, model, look);
  look();
  return { model, compiled, took: performance.now() - began, trail, plan: engine.best.plan };
}

/** The same run several times over: the same steps, each at the least time that it took. The machine is shared. */
export function searchOften(review: Review, seed: number, times: number): Searched {
  const runs = Array.from({ length: times }, () => search(review, seed));
  const [first] = runs;
  const least = (pick: (run: Searched) => number): number => Math.min(...runs.map(pick));
  return {
    ...first!,
    compiled: least((r) => r.compiled),
    took: least((r) => r.took),
    trail: leastOf(runs.map((r) => r.trail)),
  };
}

/** Runs look at their clock as often as they look at their best: all see the same steps but for the last of a few moves. */
function leastOf(trails: readonly (readonly Step[])[]): readonly Step[] {
  return trails[0]!.map(({ cost }) => ({ cost, at: Math.min(...trails.map((t) => whenAsGood(t, cost)!)) }));
}

/** When a run first had a programme at least as good; undefined where it never did. */
export const whenAsGood = (trail: readonly Step[], cost: Cost): number | undefined =>
  trail.find((step) => compareCosts(step.cost, cost) <= 0)?.at;

/**
 * Seconds of searching for what the search could find if it were given longer: seed after seed, each with twice the
 * effort of the one before, so that both many starts and a long one are tried.
 */
export function searchLong(review: Review, seconds: number, keep: (step: Step) => void): Plan {
  const began = performance.now();
  const { model } = compile(review);
  const late = (): boolean => performance.now() - began > seconds * 1000;
  let best: { readonly cost: Cost; readonly plan: Plan } | undefined;
  for (let seed = 1; !best || !late(); seed++) {
    const engine = new Search(model, seed);
    const look = (): boolean => {
      const { cost, plan } = engine.best;
      if (!best || compareCosts(cost, best.cost) < 0) {
        best = { cost, plan };
        keep({ at: performance.now() - began, cost });
      }
      return late();
    };
    run(engine, model, look, 2 ** (seed - 1));
    look();
  }
  return best.plan;
}
