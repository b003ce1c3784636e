import type { Explain } from '../../src/programme/explanation.ts';
import type { Review } from '../../src/review/review.ts';
import { whyLeftOut } from '../explain/left-out.ts';
import { full, why } from '../explain/why/explain.ts';
import type { Answer, Inquiry, Question } from '../explain/why/inquiry.ts';
import { planOf } from '../explain/why/plan.ts';
import { compile } from '../model/compile.ts';
import { Search } from '../search/search.ts';
import { leastByClasp } from './clasp.ts';

/** Milliseconds that are worked at a stretch before a stop can be heard. */
const STRETCH = 15;
/** Looking for a programme with all first mends made, in moves a session. */
const MOVES = 20;
const STARTS = 2;

/**
 * Explains why the best programme of a review leaves out what must be held, with clasp at hand for what trying can't
 * settle. In the caller's own thread, a stretch at a time.
 */
export const explain: Explain = async (review, best, { keep, signal } = {}) => {
  const began = performance.now();
  const late = (): boolean => signal?.aborted === true;
  // A lock takes its values from the programme that is kept: without one it holds nothing.
  const own: Review = keep ? review : { ...review, locks: [] };
  const compiled = compile(own, keep ? { keep } : {});
  const plan = planOf(compiled.model, best);
  const found = await answered(why(compiled, plan, keep ? { keep } : {}, full, late), signal);
  const placed = new Set(best.placements.map((p) => p.session));
  return {
    conflicts: found.conflicts,
    unexplained: found.unexplained,
    unplaced: compiled.model.items.flatMap(({ session: { id } }) =>
      placed.has(id) ? [] : [{ session: id, because: late() ? [] : whyLeftOut(compiled, plan, id) }],
    ),
    mendedTogether:
      found.mended !== undefined &&
      found.unexplained.length === 0 &&
      (await canBeComplete(found.mended, signal)),
    seconds: (performance.now() - began) / 1000,
  };
};

/** Goes through an inquiry and has its questions answered. */
export async function answered<T>(inquiry: Inquiry<T>, signal?: AbortSignal): Promise<T> {
  let since = performance.now();
  const breathe = async (): Promise<void> => {
    if (performance.now() - since < STRETCH) return;
    await new Promise((resolve) => setImmediate(resolve));
    since = performance.now();
  };
  let step = inquiry.next('unknown');
  while (!step.done) {
    await breathe();
    step = inquiry.next(await answer(step.value, signal));
  }
  return step.value;
}

async function answer(question: Question, signal: AbortSignal | undefined): Promise<Answer> {
  if (question === 'pause') return 'unknown';
  const { status } = await leastByClasp(question.opb, question.conflicts, signal);
  return status === 'none' ? 'none' : 'unknown';
}

/** Whether a programme that holds every must session is found for a review. */
async function canBeComplete(review: Review, signal: AbortSignal | undefined): Promise<boolean> {
  const search = new Search(compile(review).model, 1);
  for (let start = 0; start < STARTS; start++) {
    search.construct();
    for (let move = 0; move < MOVES * search.model.items.length; move++) {
      if (search.best.cost[0] === 0) return true;
      search.step(60, 'tiers');
      if (move % 32 > 0) continue;
      await new Promise((resolve) => setImmediate(resolve));
      if (signal?.aborted) return false;
    }
  }
  return search.best.cost[0] === 0;
}
