import type { Outcome, Solve, SolveOptions } from '../src/programme/outcome.ts';
import type { Review } from '../src/review/review.ts';
import { run } from './anneal.ts';
import { outcomeOf } from './answer.ts';
import { compile } from './model/compile.ts';
import { Search } from './search/search.ts';

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
