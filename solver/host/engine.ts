import type { Solve } from '../../src/programme/outcome.ts';
import { leftOutQuestion, readLeftOut, withProof } from '../proof/left-out.ts';
import { leastByClasp } from './clasp.ts';
import { solveInWorkers } from './in-workers.ts';

/** What a proof may cost, in conflicts: about two seconds at the most. The same budget gives the same answer. */
const CONFLICTS = 60_000;

/**
 * The engine as the product runs it: a search in threads of its own and, where the search leaves something out, the
 * proof that no programme leaves out less.
 */
export const engine =
  (threads: number): Solve =>
  async (review, options) => {
    const began = performance.now();
    const outcome = await solveInWorkers(threads)(review, options);
    const complete = outcome.cost[0] + outcome.cost[1] + outcome.cost[4] === 0;
    if (complete || options.keep !== undefined || options.signal?.aborted) return outcome;
    const left =
      options.timeLimit === undefined ? 20 : options.timeLimit - (performance.now() - began) / 1000;
    if (left <= 0) return outcome;
    const signals = [AbortSignal.timeout(left * 1000), ...(options.signal ? [options.signal] : [])];
    const answer = await leastByClasp(leftOutQuestion(review), CONFLICTS, AbortSignal.any(signals));
    const seconds = (performance.now() - began) / 1000;
    if (answer.status !== 'best') return { ...outcome, seconds };
    return { ...withProof(outcome, readLeftOut(answer.least!)), seconds };
  };
