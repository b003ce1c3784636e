import { parentPort, workerData } from 'node:worker_threads';
import type { SolveOptions } from '../../src/programme/outcome.ts';
import type { Review } from '../../src/review/review.ts';
import { search } from '../solve.ts';

/**
 * One search in a thread of its own: told what to do at its start, it answers once. A search does not look at its
 * messages, so the word to stop is a number in memory that both threads see: anything but 0.
 */
export interface Order {
  readonly review: Review;
  readonly options: Omit<SolveOptions, 'signal'>;
  readonly stop: SharedArrayBuffer;
}

const { review, options, stop } = workerData as Order;
const word = new Int32Array(stop);
parentPort!.postMessage(await search(review, options, () => Atomics.load(word, 0) !== 0));
