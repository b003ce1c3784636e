import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { Outcome, Solve } from '../../src/programme/outcome.ts';
import { compareCosts } from '../../src/programme/programme.ts';
import { solve } from '../solve.ts';
import type { Order } from './worker.ts';

/** The worker's bundle: beside us once bundled, in dist/ when run from the source. */
function bundle(): string | undefined {
  const places = ['./solver-worker.js', '../../dist/solver-worker.js'].map((path) =>
    fileURLToPath(new URL(path, import.meta.url)),
  );
  return places.find((path) => existsSync(path));
}

function inWorker(
  file: string,
  order: Omit<Order, 'stop'>,
  signal: AbortSignal | undefined,
): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const stop = new SharedArrayBuffer(4);
    const word = new Int32Array(stop);
    const sayStop = (): void => void Atomics.store(word, 0, 1);
    if (signal?.aborted) sayStop();
    signal?.addEventListener('abort', sayStop, { once: true });
    const worker = new Worker(file, { workerData: { ...order, stop } satisfies Order });
    worker.once('message', (outcome: Outcome) => {
      signal?.removeEventListener('abort', sayStop);
      resolve(outcome);
    });
    worker.once('error', reject);
    worker.once('exit', (code) =>
      reject(new Error(`The search ended with code ${code} before it answered.`)),
    );
  });
}

/**
 * The same as `solve`, in several threads that each search from a seed of their own, so that the caller's thread stays
 * free. The best answer counts; of equals the one of the lowest number, so that the same seed gives the same bytes.
 */
export const solveInWorkers =
  (threads: number): Solve =>
  async (review, options) => {
    const file = bundle();
    if (!file) return solve(review, options);
    const { signal, seed, ...rest } = options;
    const outcomes = await Promise.all(
      Array.from({ length: threads }, (_, n) =>
        inWorker(file, { review, options: { ...rest, seed: seed * threads + n } }, signal),
      ),
    );
    const best = outcomes.reduce((a, b) => (compareCosts(b.cost, a.cost) < 0 ? b : a));
    return { ...best, programme: { ...best.programme, seed } };
  };
