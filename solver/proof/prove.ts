import type { Cost } from '../../src/programme/programme.ts';
import type { Review } from '../../src/review/review.ts';
import { unbegun } from '../answer.ts';
import { compileUnless } from '../model/compile.ts';
import type { Plan } from '../search/search.ts';
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
