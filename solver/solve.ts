import type { Effort, Outcome, Solve, SolveOptions } from '../src/programme/outcome.ts';
import type { Review } from '../src/review/review.ts';
import { run } from './anneal.ts';
import { outcomeOf, unbegun } from './answer.ts';
import { compileUnless } from './model/compile.ts';
import { patient } from './patience.ts';
import { Teller, tellAnswer } from './progress.ts';
import { mend } from './repair/mend.ts';
import { Search } from './search/search.ts';

/** What an effort makes of the budget of moves. */
export const budgets: Readonly<Record<Effort, number>> = { quick: 0.2, usual: 1, thorough: 5 };

/** Milliseconds after the word to stop for which a first programme that was begun is gone on with. */
const FINISHED = 120;

/**
 * Builds a programme for a review: every must rule kept, and the six tiers of cost as low as the search gets them.
 * What comes out has been through `src/check`; a broken must there is a fault of ours and throws. In the caller's own
 * thread: a stop that comes as a signal is heard only if it came before, or in what `progress` does.
 */
export const solve: Solve = async (review, { signal, ...options }) =>
  search(review, options, () => signal?.aborted === true);

/** The same, with the word to stop asked for as often as every few moves. */
export function search(
  review: Review,
  options: Omit<SolveOptions, 'signal'>,
  stopped: () => boolean,
): Outcome {
  const { keep } = options;
  if (keep) return mend(review, { ...options, keep }, stopped);
  const began = performance.now();
  const hurried = patient(stopped, FINISHED);
  const compiled = compileUnless(review, {}, hurried);
  if (!compiled) {
    const nothing = unbegun(review, options);
    tellAnswer(options, nothing);
    return nothing;
  }
  const { model } = compiled;
  const engine = new Search(model, options.seed);
  const teller = new Teller(review, model, options, began);
  const late = (): boolean => {
    teller.look(engine.best);
    return (
      stopped() || (options.timeLimit !== undefined && performance.now() - began > options.timeLimit * 1000)
    );
  };
  run(engine, model, late, budgets[options.effort ?? 'usual'], hurried);
  const { best } = engine;
  const outcome = outcomeOf(review, compiled, best.plan, options, {
    began,
    stopped,
    judged: teller.judgedOf(best),
  });
  teller.end(outcome);
  return outcome;
}
