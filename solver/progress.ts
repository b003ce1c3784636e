import type { Outcome, Progress, SolveOptions } from '../src/programme/outcome.ts';
import { type Cost, compareCosts } from '../src/programme/programme.ts';
import type { Review } from '../src/review/review.ts';
import { type Judged, judge } from './answer.ts';
import { floorOf } from './bound.ts';
import type { Model } from './model/model.ts';
import type { Found } from './search/search.ts';

/** Milliseconds: a person sees no more, and a page can't draw more. */
const AT_LEAST = 50;
/** The time between two is so many times what telling one took: about a tenth goes on telling, not on the search. */
const SHARE = 9;
/** Milliseconds: in a cold thread the first takes long, and nobody shall wait for the second because of that. */
const AT_MOST = 500;

/** How many tiers, from the first, cost no more than is proven they must. */
export function provenTiers(cost: Cost, bound: Cost): number {
  const open = cost.findIndex((n, tier) => n > bound[tier]! + 1e-9);
  return open < 0 ? 6 : open;
}

/** Tells of an answer as the last of the progress. */
export function tellAnswer(
  { progress }: Pick<SolveOptions, 'progress'>,
  { programme, cost, bound, seconds }: Outcome,
): void {
  progress?.({ programme, cost, bound, proven: provenTiers(cost, bound), seconds });
}

/** The best so far as news, with what is proven of any programme; what is left out has no reasons yet. */
export function progressOf(
  { bare, cost, left }: Judged,
  bound: Cost,
  { seed, began }: { readonly seed: number; readonly began: number },
): Progress {
  const unplaced = left.map((s) => ({ session: s.id, because: [] }));
  return {
    programme: { ...bare, unplaced, cost, bound, seed },
    cost,
    bound,
    proven: provenTiers(cost, bound),
    seconds: (performance.now() - began) / 1000,
  };
}

/** Tells of the best of a search as it gets better, not too often (`SolveOptions.progress`). */
export class Teller {
  private readonly review: Review;
  private readonly model: Model;
  private readonly options: Omit<SolveOptions, 'signal'>;
  private readonly began: number;
  private readonly bound: Cost;
  private next = 0;
  private told: { readonly found: Found; readonly judged: Judged } | undefined;

  constructor(
    review: Review,
    model: Model,
    options: Omit<SolveOptions, 'signal'>,
    began: number,
    bound: Cost = floorOf(model),
  ) {
    this.review = review;
    this.model = model;
    this.options = options;
    this.began = began;
    this.bound = bound;
  }

  /** Looks at the best found so far, and tells of it where it is news and the time has come. */
  look(best: Found): void {
    const { progress } = this.options;
    if (!progress || best === this.told?.found || best.plan.every((choice) => choice === undefined)) return;
    const now = performance.now();
    if (now < this.next) return;
    const judged = judge(this.review, this.model, best.plan, this.options.keep);
    this.told = { found: best, judged };
    progress(progressOf(judged, this.bound, { seed: this.options.seed, began: this.began }));
    const after = performance.now();
    this.next = after + Math.min(Math.max(AT_LEAST, SHARE * (after - now)), AT_MOST);
  }

  /** What was worked out of this plan when it was told, so that it is not worked out twice. */
  judgedOf(found: Found): Judged | undefined {
    return this.told?.found === found ? this.told.judged : undefined;
  }

  /** Tells of the answer, where it is better than what was told last, or more of it is proven. */
  end(outcome: Outcome): void {
    const last = this.told?.judged.cost;
    const isTold = last && compareCosts(last, outcome.cost) === 0;
    if (isTold && compareCosts(this.bound, outcome.bound) === 0) return;
    tellAnswer(this.options, outcome);
  }
}
