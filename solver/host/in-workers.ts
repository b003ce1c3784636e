import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { Outcome, Progress, Solve, SolveOptions } from '../../src/programme/outcome.ts';
import { compareCosts } from '../../src/programme/programme.ts';
import type { Review } from '../../src/review/review.ts';
import { unbegun } from '../answer.ts';
import { solve } from '../solve.ts';
import { Pool } from './pool.ts';

/** The thread's bundle: beside us once bundled, in dist/ when run from the source. */
export function bundle(): string | undefined {
  const places = ['./solver-worker.js', '../../dist/solver-worker.js'].map((path) =>
    fileURLToPath(new URL(path, import.meta.url)),
  );
  return places.find((path) => existsSync(path));
}

/** Threads beyond these would only hold memory. */
const MOST_THREADS = 8;

// One pool for the whole process, made when it is first wanted: cores are shared by all who ask.
let pool: Pool | undefined;

/** The threads of this process; undefined where their bundle has not been made (a test run from the source). */
export function threads(): Pool | undefined {
  const file = bundle();
  if (!pool && file) pool = new Pool(file, Math.min(availableParallelism(), MOST_THREADS));
  return pool;
}

/** How many searches work on a review side by side, each from a seed of its own. Part of what a seed means. */
export type Searches = number | ((review: Review) => number);

/**
 * The same as `solve`, in threads that stay, so that the caller's stays free: several searches side by side, each from
 * a seed of its own. The best answer counts; of equals the one of the lowest number, so that the same seed gives the
 * same bytes. A programme that keeps another is searched for in one: which of two keeps more is not in their costs.
 */
export const solveInWorkers =
  (searches: Searches): Solve =>
  async (review, options) => {
    const among = threads();
    if (!among) return solve(review, options);
    const wanted = typeof searches === 'number' ? searches : searches(review);
    return new Searching(among, review, options, options.keep ? 1 : wanted).answer();
  };

/** One solve: its searches, and what they have told so far. */
class Searching {
  private readonly pool: Pool;
  private readonly review: Review;
  private readonly options: SolveOptions;
  /** One a search: aborted when somebody says stop, or when its answer can't count any more. */
  private readonly stops: readonly AbortController[];
  private told: Progress | undefined;

  constructor(pool: Pool, review: Review, options: SolveOptions, searches: number) {
    this.pool = pool;
    this.review = review;
    this.options = options;
    this.stops = Array.from({ length: searches }, () => new AbortController());
  }

  async answer(): Promise<Outcome> {
    const { signal, seed } = this.options;
    const stopAll = (): void => this.stopFrom(0);
    if (signal?.aborted) stopAll();
    signal?.addEventListener('abort', stopAll);
    try {
      const outcomes = await Promise.all(this.stops.map((_, n) => this.search(n)));
      const begun = outcomes.filter((outcome) => outcome !== undefined);
      const [first = unbegun(this.review, this.options), ...rest] = begun;
      const best = rest.reduce((a, b) => (compareCosts(b.cost, a.cost) < 0 ? b : a), first);
      return { ...best, programme: { ...best.programme, seed } };
    } catch (error) {
      stopAll();
      throw error;
    } finally {
      signal?.removeEventListener('abort', stopAll);
    }
  }

  private async search(n: number): Promise<Outcome | undefined> {
    const { signal: _, progress, seed, ...rest } = this.options;
    const searches = this.stops.length;
    const outcome = await this.pool.ask(
      'search',
      this.review,
      (waited) => ({
        options: {
          ...rest,
          seed: seed * searches + n,
          // Whoever sets a limit counts from when they asked.
          ...(rest.timeLimit !== undefined && { timeLimit: Math.max(0, rest.timeLimit - waited) }),
        },
        tells: progress !== undefined,
      }),
      {
        signal: this.stops[n]!.signal,
        question: this,
        urgent: rest.keep !== undefined,
        ...(progress && { progress: (news: Progress) => this.hear(news) }),
      },
    );
    // Nothing is better than this, and of equals the lower number counts.
    if (outcome?.status === 'optimal') this.stopFrom(n + 1);
    return outcome;
  }

  private stopFrom(n: number): void {
    for (const stop of this.stops.slice(n)) stop.abort();
  }

  /** Passes on what is better than all that was told, whichever search it came from. */
  private hear(news: Progress): void {
    const { seed, progress, keep } = this.options;
    const step = this.told ? compareCosts(news.cost, this.told.cost) : -1;
    const more = step === 0 && news.proven > this.told!.proven;
    if (step >= 0 && !more && keep === undefined) return;
    this.told = news;
    progress?.({ ...news, programme: { ...news.programme, seed } });
  }
}
