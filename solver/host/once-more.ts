import type { Outcome, SolveOptions } from '../../src/programme/outcome.ts';
import type { Review } from '../../src/review/review.ts';
import { better, onceMore, type Seeded } from '../better.ts';
import { threads } from './in-workers.ts';

/** That of a second search from what the first found. */
const nextSeed = (seed: number): number => (seed ^ 0xa6a1) >>> 0;

/** What it goes on beside. */
interface Beside {
  /** Seconds since the build was asked for. */
  readonly elapsed: number;
  /** What its order counts with where several builds wait for threads: the proof's. */
  readonly question: object;
  readonly progress: SolveOptions['progress'];
}

/** A second search, from what the first found, beside the proof; none where the search is to be quick. */
export class OnceMore {
  readonly answer: Promise<Outcome | undefined>;
  private readonly end = new AbortController();

  constructor(
    review: Review,
    options: SolveOptions,
    found: Outcome,
    { elapsed, question, progress }: Beside,
  ) {
    const { signal, timeLimit, progress: _, ...rest } = options;
    const left = timeLimit === undefined ? undefined : timeLimit - elapsed;
    const nothing = found.status === 'optimal' || options.effort === 'quick' || signal?.aborted === true;
    if (nothing || (left !== undefined && left <= 0)) {
      this.answer = Promise.resolve(undefined);
      return;
    }
    signal?.addEventListener('abort', this.stop, { once: true });
    const order: Seeded = {
      options: { ...rest, seed: nextSeed(options.seed), ...(left !== undefined && { timeLimit: left }) },
      from: found.programme,
      bound: [],
      than: found.cost,
      share: onceMore(review.sessions.length),
    };
    this.answer = this.ask(review, order, question, progress).then(
      (better) => better && { ...better, programme: { ...better.programme, seed: options.seed } },
    );
    // Whoever waits hears of it; nobody may wait, where something else breaks off.
    this.answer.catch(() => undefined);
  }

  readonly stop = (): void => this.end.abort();

  private async ask(
    review: Review,
    order: Seeded,
    question: object,
    progress: SolveOptions['progress'],
  ): Promise<Outcome | undefined> {
    const { signal } = this.end;
    const among = threads();
    if (!among) return better(review, order, () => signal.aborted, progress);
    return among.ask('better', review, () => ({ ...order, tells: progress !== undefined }), {
      signal,
      question,
      ...(progress && { progress }),
    });
  }
}
