import { parentPort, workerData } from 'node:worker_threads';
import type { SolveOptions } from '../../src/programme/outcome.ts';
import type { Review } from '../../src/review/review.ts';
import { solve } from '../solve.ts';

/** One search in a thread of its own: told what to do at its start, it answers once, and a message stops it early. */
export interface Order {
  readonly review: Review;
  readonly options: Omit<SolveOptions, 'signal'>;
}

const { review, options } = workerData as Order;
const stop = new AbortController();
parentPort!.once('message', () => stop.abort());
parentPort!.postMessage(await solve(review, { ...options, signal: stop.signal }));
parentPort!.close();
