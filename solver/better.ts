import type { Outcome, SolveOptions } from '../src/programme/outcome.ts';
import { type Cost, compareCosts, type Programme } from '../src/programme/programme.ts';
import type { Review } from '../src/review/review.ts';
import { anneal } from './anneal.ts';
import { outcomeOf } from './answer.ts';
import { type Compiled, compile } from './model/compile.ts';
import { Teller } from './progress.ts';
import { withProof } from './proof/raise.ts';
import { type Plan, Search } from './search/search.ts';
import { budgets } from './solve.ts';

/** A programme to begin from, and what is proven of any. */
export interface Seeded {
  readonly options: Omit<SolveOptions, 'signal' | 'progress' | 'keep'>;
  readonly from: Plan | Programme;
  readonly bound: readonly number[];
  /** What an answer must cost less than to be of use. */
  readonly than: Cost;
  /** How much of a build's moves goes on it. */
  readonly share: number;
}

/** From a programme that a proof came upon: the tiers are won, points have not been looked at. */
export const AFTER_PROOF = 0.6;

/** Sessions whose moves a second search spends, however many a review has, and the least and most of a build's own. */
const SECOND = 120;
const [LEAST, MOST] = [1.5, 4];

/**
 * From one that was built, while a proof goes on beside it anyway: about as long as that takes, which is longer for each
 * session the fewer there are. One long cooling finds less cost than several short ones of as many moves together (eight
 * reviews, four seeds), and one as warm as a build begins than cooler or warmer ones.
 */
export const onceMore = (sessions: number): number =>
  Math.min(Math.max(SECOND / Math.max(sessions, 1), LEAST), MOST);

/** A search from a programme on. Undefined where it finds none that costs less than is asked. */
export function better(
  review: Review,
  { options, from, bound, than, share }: Seeded,
  stopped: () => boolean,
  progress?: SolveOptions['progress'],
): Outcome | undefined {
  const began = performance.now();
  const { seed, timeLimit } = options;
  const { compiled, plan } = laidOpen(review, from);
  const { model } = compiled;
  const search = new Search(model, seed);
  search.restore(plan);
  search.best = { plan, cost: search.state.cost() };
  const telling = { ...options, ...(progress && { progress }) };
  const teller = new Teller(review, model, telling, began);
  const late = (): boolean => {
    teller.look(search.best);
    return stopped() || (timeLimit !== undefined && performance.now() - began > timeLimit * 1000);
  };
  anneal(search, model, late, share * budgets[options.effort ?? 'usual']);
  if (compareCosts(search.best.cost, than) >= 0) return undefined;
  const judged = teller.judgedOf(search.best);
  return withProof(outcomeOf(review, compiled, search.best.plan, options, { began, stopped, judged }), bound);
}

/** A programme as the choices that a fresh search of its review has. */
function laidOpen(
  review: Review,
  from: Seeded['from'],
): { readonly compiled: Compiled; readonly plan: Plan } {
  if (!('placements' in from)) return { compiled: compile(review), plan: from };
  const { model, refusals } = compile(review, { keep: from, standing: true });
  // Nothing is to be kept: who leads, and the column, are told anew of what comes out.
  const items = model.items.map(({ kept: _, standing: __, ...item }) => item);
  const plan = model.items.map(({ standing }) => standing);
  return { compiled: { model: { ...model, items }, refusals }, plan };
}
