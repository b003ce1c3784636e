import { Worker } from 'node:worker_threads';
import type { Progress } from '../../src/programme/outcome.ts';
import type { Review } from '../../src/review/review.ts';
import { KEPT, type Order, type Reply, type Shared } from './orders.ts';
import type { Answered, Asked, Work } from './works.ts';

/** Room for what is soon forgotten, in MB: a thread's loops make little of it, and Node's own measure only holds memory. */
const YOUNG = 6;
/**
 * Room for what is kept, in MB. A week of 80 needs some 60. Where it is little, V8 sweeps away what is forgotten once a
 * third is, and not only once three quarters are.
 */
const OLD = 512;

/** What goes with an order, besides what is asked. */
export interface Terms {
  readonly signal?: AbortSignal | undefined;
  readonly progress?: ((progress: Progress) => void) | undefined;
  /** Somebody waits for it at this moment, and it is short: it does not wait behind long ones. */
  readonly urgent?: boolean;
  /** What several orders belong to: of several questions, the one that had the fewest orders begun is served next. */
  readonly question?: object;
}

interface Waiting {
  readonly number: number;
  readonly work: Work;
  readonly asked: (waited: number) => Asked<Work>;
  readonly since: number;
  readonly review: Review;
  readonly terms: Terms;
  readonly question: object;
  readonly resolve: (answer: Answered<Work> | undefined) => void;
  readonly reject: (error: Error) => void;
}

/** A thread, what it does now, and which reviews it has. */
interface Hand {
  readonly worker: Worker;
  readonly word: Int32Array;
  readonly reviews: Set<number>;
  busy: Waiting | undefined;
}

/**
 * Threads that stay, so that the next search finds one loaded and warm. Each hears the word to stop through memory, and
 * tells of progress as it goes. They don't keep the process alive: idle ones end with it.
 *
 * Not piscina (5.3.2, which stack.md names): it stops a busy thread by ending it, and with it the best that was found
 * and all that is warm; and it has no way for a task to tell of progress. Both would be ours to write around it, and
 * what is left of it is the queue, which is to be fair among questions.
 */
export class Pool {
  private readonly file: string;
  private readonly size: number;
  private readonly givesWay: boolean;
  private readonly hands: Hand[] = [];
  private readonly waiting: Waiting[] = [];
  private readonly numbers = new WeakMap<Review, number>();
  /** By question: how many of its orders were begun. */
  private readonly begun = new WeakMap<object, number>();
  private reviews = 0;
  private orders = 0;

  /**
   * `file`: the bundle of a thread. `size`: how many work at once; one more where something urgent finds all busy.
   * `givesWay`: to the other threads of the process, where cores are few.
   */
  constructor(file: string, size: number, { givesWay = true } = {}) {
    this.file = file;
    this.size = size;
    this.givesWay = givesWay;
  }

  /**
   * Has a thread do something about a review. Undefined where the word to stop came while it waited its turn: nothing
   * was begun. `asked` is told how long it waited, in seconds. Rejects where the work threw or its thread broke down; the pool goes on with another.
   */
  ask<W extends Work>(
    work: W,
    review: Review,
    asked: (waited: number) => Asked<W>,
    terms: Terms = {},
  ): Promise<Answered<W> | undefined> {
    const { signal } = terms;
    return new Promise<Answered<W> | undefined>((resolve, reject) => {
      const onStop = (): void => this.stop(waiting);
      const deaf = (): void => signal?.removeEventListener('abort', onStop);
      const waiting: Waiting = {
        number: ++this.orders,
        work,
        asked,
        since: performance.now(),
        review,
        terms,
        question: terms.question ?? {},
        resolve(answer) {
          deaf();
          resolve(answer as Answered<W> | undefined);
        },
        reject(error) {
          deaf();
          reject(error);
        },
      };
      signal?.addEventListener('abort', onStop);
      this.waiting.push(waiting);
      this.serve();
      if (signal?.aborted) onStop();
    });
  }

  /** Starts threads that are not there yet, so that the first order need not wait for one. */
  prepare(count: number = this.size): void {
    while (this.hands.length < Math.min(count, this.size)) this.hire();
  }

  /** Ends every thread. What they were at is rejected; the next order starts new ones. */
  async close(): Promise<void> {
    await Promise.all(this.hands.map(({ worker }) => worker.terminate()));
  }

  private serve(): void {
    for (;;) {
      const next = this.choose();
      const hand = next && (this.hands.find((h) => h.busy === undefined) ?? this.hire());
      if (!next || !hand) return;
      this.waiting.splice(this.waiting.indexOf(next), 1);
      this.give(hand, next);
    }
  }

  /** What is to be done next: what is urgent; of the rest what belongs to a question of which least was begun; the oldest. */
  private choose(): Waiting | undefined {
    const busy = this.hands.filter((h) => h.busy).length;
    const begun = (w: Waiting): number => this.begun.get(w.question) ?? 0;
    const may = this.waiting.filter((w) => busy < (w.terms.urgent ? this.size + 1 : this.size));
    return may.reduce<Waiting | undefined>((best, w) => {
      if (!best) return w;
      const urgency = Number(w.terms.urgent ?? false) - Number(best.terms.urgent ?? false);
      return urgency > 0 || (urgency === 0 && begun(w) < begun(best)) ? w : best;
    }, undefined);
  }

  private hire(): Hand {
    const stop = new SharedArrayBuffer(4);
    const worker = new Worker(this.file, {
      workerData: { stop, givesWay: this.givesWay } satisfies Shared,
      resourceLimits: { maxYoungGenerationSizeMb: YOUNG, maxOldGenerationSizeMb: OLD },
    });
    const hand: Hand = { worker, word: new Int32Array(stop), reviews: new Set(), busy: undefined };
    worker.on('message', (reply: Reply) => this.hear(hand, reply));
    worker.on('error', (error) => this.lose(hand, error));
    worker.on('exit', (code) => this.lose(hand, new Error(`its thread ended with code ${code}`)));
    // Last, for to listen to a thread is to hold on to it again: one that has nothing to do keeps no process alive.
    worker.unref();
    this.hands.push(hand);
    return hand;
  }

  private give(hand: Hand, waiting: Waiting): void {
    hand.busy = waiting;
    this.begun.set(waiting.question, (this.begun.get(waiting.question) ?? 0) + 1);
    // Only while something is done does a thread keep the process alive.
    hand.worker.ref();
    const { review, number, work, asked, since } = waiting;
    const of = this.numbers.get(review) ?? ++this.reviews;
    this.numbers.set(review, of);
    const knows = hand.reviews.delete(of);
    hand.reviews.add(of);
    for (const oldest of hand.reviews) if (hand.reviews.size > KEPT) hand.reviews.delete(oldest);
    hand.worker.postMessage({
      number,
      work,
      asked: asked((performance.now() - since) / 1000),
      of,
      ...(!knows && { review }),
    } satisfies Order);
  }

  private hear(hand: Hand, reply: Reply): void {
    const { busy } = hand;
    if (busy?.number !== reply.number) return;
    if ('progress' in reply) {
      this.pass(hand, busy, reply.progress);
      return;
    }
    hand.busy = undefined;
    hand.worker.unref();
    if ('answer' in reply) busy.resolve(reply.answer);
    else busy.reject(new Error(`The search met a fault of its own: ${reply.fault}`));
    this.serve();
  }

  /** Where whoever listens throws, the search is of no use to them any more. */
  private pass(hand: Hand, { number, terms, reject }: Waiting, progress: Progress): void {
    try {
      terms.progress?.(progress);
    } catch (error) {
      Atomics.store(hand.word, 0, number);
      reject(error instanceof Error ? error : new Error(String(error)));
    }
  }

  /** A thread is gone: whoever waited for it is told, and the others go on. */
  private lose(hand: Hand, error: unknown): void {
    const place = this.hands.indexOf(hand);
    if (place < 0) return;
    this.hands.splice(place, 1);
    const why = error instanceof Error ? error.message : String(error);
    hand.busy?.reject(new Error(`The search broke off before it answered: ${why}`, { cause: error }));
    this.serve();
  }

  private stop(waiting: Waiting): void {
    const place = this.waiting.indexOf(waiting);
    if (place >= 0) {
      this.waiting.splice(place, 1);
      waiting.resolve(undefined);
      return;
    }
    const hand = this.hands.find((h) => h.busy === waiting);
    if (hand) Atomics.store(hand.word, 0, waiting.number);
  }
}
