import type { Progress } from '../../src/programme/outcome.ts';
import type { Cost } from '../../src/programme/programme.ts';
import type { Review } from '../../src/review/review.ts';
import { type Judged, judge, unbegun } from '../answer.ts';
import { floorOf } from '../bound.ts';
import { compileUnless } from '../model/compile.ts';
import { progressOf } from '../progress.ts';
import type { Found, Plan } from '../search/search.ts';
import { writeLedger } from './ledger.ts';
import { raised } from './raise.ts';
import { proveTiers, usualBudget } from './tiers/prove.ts';

/** What a proof is asked. `proven`: the ledger in which it leaves what it has proven as it goes. */
export interface ProofOrder {
  readonly seed: number;
  readonly proven: SharedArrayBuffer;
  /** What is proven already of the first tiers, and what a programme costs that costs just that there. */
  readonly from?: { readonly bound: readonly number[]; readonly cost: Cost };
}

/** What is proven of a review, and the best programme that the proof came upon. */
export interface Proof {
  readonly bound: readonly number[];
  readonly plan: Plan;
  readonly cost: Cost;
}

/**
 * What must be paid in the tiers before the points, in a thread that has nothing else to do. `tell` hears of the floor
 * as it rises, with the best programme that the proof has by then; of a proof that goes on from another, once it has one.
 */
export function prove(
  review: Review,
  { seed, proven, from }: ProofOrder,
  stopped: () => boolean,
  tell: (news: Progress) => void = () => {},
): Proof {
  const began = performance.now();
  const known = from && { bound: from.bound, best: { plan: [], cost: from.cost } };
  const compiled = compileUnless(review, {}, stopped);
  if (!compiled) return { bound: [], plan: [], cost: unbegun(review, { seed }).cost };
  const { model } = compiled;
  let last: { readonly found: Found; readonly judged: Judged } | undefined;
  const told = (so: readonly number[], best: Found): void => {
    const more = writeLedger(proven, so);
    if (best === known?.best || (!more && best === last?.found)) return;
    if (last?.found !== best) last = { found: best, judged: judge(review, model, best.plan, undefined) };
    tell(progressOf(last.judged, raised(floorOf(model), so), { seed, began }));
  };
  const { bound, best } = proveTiers(model, seed, stopped, told, usualBudget, known);
  return { bound, plan: best.plan, cost: best.cost };
}
