import { parentPort, workerData } from 'node:worker_threads';
import type { Review } from '../../src/review/review.ts';
import { giveWay } from './give-way.ts';
import type { Order, Reply, Shared } from './orders.ts';
import { KEPT } from './orders.ts';
import { type Line, type Work, type Works, works } from './works.ts';

/**
 * A thread of the pool: it does one order after another, and stays, so that the next finds it loaded and warm. While it
 * works it reads no messages, so the word to stop is a number in memory that both threads see: the order's own.
 */
const { stop, givesWay } = workerData as Shared;
if (givesWay) giveWay();
const word = new Int32Array(stop);
const port = parentPort!;
const say = (reply: Reply): void => port.postMessage(reply);

// Reviews that came with the last orders. What the rules work out of a review is kept beside it, so it pays to know it.
const reviews = new Map<number, Review>();

function reviewOf({ of, review }: Order): Review {
  const known = review ?? reviews.get(of)!;
  reviews.delete(of);
  reviews.set(of, known);
  for (const oldest of reviews.keys()) if (reviews.size > KEPT) reviews.delete(oldest);
  return known;
}

async function carryOut(order: Order): Promise<void> {
  const { number, work, asked } = order;
  const line: Line = {
    stopped: () => Atomics.load(word, 0) === number,
    tell: (progress) => say({ number, progress }),
  };
  try {
    // What is asked is of the kind of work that it is sent with; the two travel apart.
    const carry = works[work] as (
      review: Review,
      asked: Order['asked'],
      line: Line,
    ) => ReturnType<Works[Work]>;
    say({ number, answer: await carry(reviewOf(order), asked, line) });
  } catch (error) {
    say({ number, fault: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
}

port.on('message', (order: Order) => void carryOut(order));
