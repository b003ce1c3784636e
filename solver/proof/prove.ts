import type { Outcome, SolveOptions } from '../../src/programme/outcome.ts';
import type { Cost } from '../../src/programme/programme.ts';
import type { Review } from '../../src/review/review.ts';
import { anneal } from '../anneal.ts';
import { outcomeOf, unbegun } from '../answer.ts';
import { compile, compileUnless } from '../model/compile.ts';
import { type Plan, Search } from '../search/search.ts';
import { withProof } from './raise.ts';
import { proveTiers, TIERS, usualBudget } from './tiers/prove.ts';

/** What a proof is asked. Where it leaves what it has proven as it goes: so many tiers, and then each. */
export interface ProofOrder {
  readonly seed: number;
  readonly proven: SharedArrayBuffer;
  /** Where an earlier proof ended, and what a programme costs that costs just that so far. */
  readonly from?: { readonly bound: readonly number[]; readonly cost: Cost };
}

/** Memory that a proof and whoever waits for it both see. */
export const newLedger = (): SharedArrayBuffer => new SharedArrayBuffer((1 + TIERS) * 4);

/** The tiers proven so far. */
export function readLedger(ledger: SharedArrayBuffer): readonly number[] {
  const words = new Int32Array(ledger);
  return Array.from({ length: Atomics.load(words, 0) }, (_, tier) => Atomics.load(words, tier + 1));
}

/** What is proven of a review, and the best programme that the proof came upon. */
export interface Proof {
  readonly bound: readonly number[];
  readonly plan: Plan;
  readonly cost: Cost;
}

/** What must be paid in the tiers before the points, in a thread that has nothing else to do. */
export function prove(review: Review, { seed, proven, from }: ProofOrder, stopped: () => boolean): Proof {
  const words = new Int32Array(proven);
  const told = (so: readonly number[]): void => {
    so.forEach((n, tier) => void Atomics.store(words, tier + 1, n));
    Atomics.store(words, 0, so.length);
  };
  const known = from && { bound: from.bound, best: { plan: [], cost: from.cost } };
  const compiled = compileUnless(review, {}, stopped);
  if (!compiled) return { bound: [], plan: [], cost: unbegun(review, { seed }).cost };
  const { bound, best } = proveTiers(compiled.model, seed, stopped, told, usualBudget, known);
  return { bound, plan: best.plan, cost: best.cost };
}

/** A programme to begin from, and what is proven of any. */
export interface Seeded {
  readonly options: Omit<SolveOptions, 'signal' | 'progress' | 'keep'>;
  readonly plan: Plan;
  readonly bound: readonly number[];
}

/** How much of a build's moves goes on a programme that the proof came upon: the tiers are won, the points are left. */
const EFFORT = 0.6;

/** The best search from a plan on: what a proof came upon costs little in the tiers, and has not looked at points. */
export function better(review: Review, { options, plan, bound }: Seeded, stopped: () => boolean): Outcome {
  const began = performance.now();
  const { seed, timeLimit } = options;
  const compiled = compile(review);
  const search = new Search(compiled.model, seed);
  search.restore(plan);
  search.best = { plan, cost: search.state.cost() };
  const late = (): boolean =>
    stopped() || (timeLimit !== undefined && performance.now() - began > timeLimit * 1000);
  anneal(search, compiled.model, late, EFFORT);
  return withProof(outcomeOf(review, compiled, search.best.plan, { ...options }, { began, stopped }), bound);
}
