import type { Outcome, Progress } from '../../src/programme/outcome.ts';
import { type Cost, compareCosts } from '../../src/programme/programme.ts';
import { provenTiers } from '../progress.ts';
import { raised, withProof } from '../proof/raise.ts';

/** What a build's telling hangs on. */
export interface Teller {
  /** The tiers proven so far. */
  readonly proven: () => readonly number[];
  /** Seconds since the build was asked for. */
  readonly elapsed: () => number;
  /** Of the build: a proof searches from another. */
  readonly seed: number;
  readonly progress: ((progress: Progress) => void) | undefined;
}

/** The tiers before the points: what a proof is about. */
export const inTiers = (cost: Cost): Cost => [cost[0], cost[1], cost[2], cost[3], cost[4], 0];

/**
 * What a build has told, whoever came upon it: each costs less than the one before it or has more proven, and the answer
 * costs no more than any. So what the proof comes upon is told where it costs less in the tiers than what the search
 * came to (the build goes on from it then), and not before that is known.
 */
export class BestTold {
  private readonly by: Teller;
  private last: Progress | undefined;
  private found: Progress | undefined;
  private reached: Cost | undefined;

  constructor(by: Teller) {
    this.by = by;
  }

  /** A programme of a search. */
  readonly hear = (news: Progress): void => {
    if (!this.last || compareCosts(news.cost, this.last.cost) < 0) this.tell(news);
    else this.look();
  };

  /** More may be proven of what was told last. */
  readonly look = (): void => {
    if (this.last && this.withProven(this.last).proven > this.last.proven) this.tell(this.last);
  };

  /** The best programme that the proof came upon, with each tier that it has proven. */
  readonly offer = (news: Progress): void => {
    this.found = news;
    this.look();
    this.consider();
  };

  /** What the search came to. */
  settle({ cost }: Outcome): void {
    this.reached = cost;
    this.consider();
  }

  /** The answer; what was told last instead, where that is better: somebody said stop before the search went on from it. */
  answer(outcome: Outcome): Outcome {
    const { last } = this;
    if (!last || compareCosts(last.cost, outcome.cost) >= 0) return outcome;
    const { programme, cost } = last;
    const complete = cost[0] === 0;
    const status = complete ? 'feasible' : outcome.status;
    const conflicts = complete ? [] : outcome.conflicts;
    return withProof({ ...outcome, programme, cost, status, conflicts }, this.by.proven());
  }

  /** Tells of the answer, where it is better than what was told last, or more of it is proven. */
  end({ programme, cost, bound, seconds }: Outcome): void {
    const proven = provenTiers(cost, bound);
    if (this.last && compareCosts(this.last.cost, cost) === 0 && proven <= this.last.proven) return;
    this.by.progress?.({ programme, cost, bound, proven, seconds });
  }

  private consider(): void {
    const { found, reached } = this;
    if (found && reached && compareCosts(inTiers(found.cost), inTiers(reached)) < 0) this.hear(found);
  }

  private withProven(news: Progress): Progress {
    const bound = raised(news.bound, this.by.proven());
    const programme = { ...news.programme, bound, seed: this.by.seed };
    return { ...news, programme, bound, proven: provenTiers(news.cost, bound) };
  }

  private tell(news: Progress): void {
    this.last = { ...this.withProven(news), seconds: this.by.elapsed() };
    this.by.progress?.(this.last);
  }
}
