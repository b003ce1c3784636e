import type { Outcome, Solve, SolveOptions } from '../../src/programme/outcome.ts';
import { type Cost, compareCosts } from '../../src/programme/programme.ts';
import type { Review } from '../../src/review/review.ts';
import { AFTER_PROOF, better, type Seeded } from '../better.ts';
import { newLedger, readLedger } from '../proof/ledger.ts';
import { type Proof, type ProofOrder, prove } from '../proof/prove.ts';
import { withProof } from '../proof/raise.ts';
import { BestTold, inTiers } from './best-told.ts';
import { type Searches, solveInWorkers, threads } from './in-workers.ts';
import { OnceMore } from './once-more.ts';
import { withPointsProven } from './prove-points.ts';

/**
 * Seconds that a proof may go on once the search is over, whatever its budget: so many that only a machine that hardly
 * gets on is cut short, for what a seed gives must not hang on the clock.
 */
const LONGEST = 120;

/** The proof has a search of its own, from a seed that no search beside it has. */
const seedOf = (seed: number): number => (seed ^ 0x5eed) >>> 0;

/** How many of the tiers before the points, from the first, cost what none can cost less than. */
function tiersMet(cost: Cost, bound: readonly number[]): number {
  const open = cost.slice(0, 5).findIndex((c, tier) => !(c <= (bound[tier] ?? -1) + 1e-9));
  return open < 0 ? 5 : open;
}

/**
 * The engine as the product runs it: the search and, beside it, the proof that no programme costs less in the tiers
 * before the points. Where the proof comes upon a programme that costs less there than what the search found, the
 * search goes on from that one. What comes out does not depend on which of them is quicker: a proof that is ended
 * early is ended because nothing could be added to it, or because somebody said stop.
 */
export const engine =
  (searches: Searches): Solve =>
  async (review, options) => {
    const search = solveInWorkers(searches);
    // What is to be kept comes before the tiers, so a floor under them says nothing of how good an answer is.
    if (options.keep) return search(review, options);
    const began = performance.now();
    const elapsed = (): number => (performance.now() - began) / 1000;
    const proving = new Proving(review, options);
    const told = new BestTold({
      proven: proving.sofar,
      elapsed,
      seed: options.seed,
      progress: options.progress,
    });
    proving.begin(told);
    // Where nobody listens, nothing need be told on the way.
    const progress = options.progress && told.hear;
    let outcome: Outcome;
    try {
      outcome = await search(review, { ...options, ...(progress && { progress }) });
    } catch (error) {
      proving.stop();
      throw error;
    }
    told.settle(outcome);
    const onceMore = new OnceMore(review, options, outcome, {
      elapsed: elapsed(),
      question: proving,
      progress,
    });
    try {
      for (let proof = await proving.upTo(outcome, elapsed()); ; ) {
        const found =
          proof && compareCosts(inTiers(proof.cost), inTiers(outcome.cost)) < 0 ? proof : undefined;
        if (found && !options.signal?.aborted)
          outcome = (await proving.goOn(found, outcome.cost, { elapsed: elapsed(), progress })) ?? outcome;
        // Points can be proven while it goes on; tiers that it may still win can't.
        if (tiersMet(outcome.cost, proving.sofar()) < 5) outcome = theBetter(outcome, await onceMore.answer);
        told.settle(outcome);
        const met = tiersMet(outcome.cost, proving.sofar());
        // A proof ends at the first tier that no programme of its own met; where the search met more, it can go on.
        if (!proof || options.signal?.aborted || met === 5 || met <= tiersMet(proof.cost, proof.bound)) break;
        proof = await proving.rest(outcome, met, elapsed());
      }
      const proven = { ...withProof(outcome, proving.sofar()), seconds: elapsed() };
      const floored = await withPointsProven(review, proven, options);
      if (floored.status === 'optimal') onceMore.stop();
      const best = theBetter(floored, await onceMore.answer);
      const answer = {
        ...told.answer(best === floored ? floored : withProof(best, floored.bound)),
        seconds: elapsed(),
      };
      told.end(answer);
      return answer;
    } catch (error) {
      onceMore.stop();
      throw error;
    }
  };

/** Of equals the first. */
const theBetter = (one: Outcome, other: Outcome | undefined): Outcome =>
  other && compareCosts(other.cost, one.cost) < 0 ? other : one;

/** One proof beside a search. */
class Proving {
  private readonly review: Review;
  private readonly options: SolveOptions;
  private readonly ledger = newLedger();
  private readonly end = new AbortController();
  private proof: Promise<Proof | undefined> | undefined;
  private told: BestTold | undefined;

  constructor(review: Review, options: SolveOptions) {
    this.review = review;
    this.options = options;
    options.signal?.addEventListener('abort', this.stop, { once: true });
    if (options.signal?.aborted) this.stop();
  }

  /** Begins, and says what it comes to as it goes. */
  begin(told: BestTold): void {
    this.told = told;
    this.ask({ seed: seedOf(this.options.seed), proven: this.ledger });
  }

  private ask(order: ProofOrder): void {
    this.proof = threads()?.ask('prove', this.review, () => order, {
      signal: this.end.signal,
      question: this,
      progress: this.told?.offer,
    });
    // Whoever waits hears of it; nobody may wait, where the search breaks off.
    this.proof?.catch(() => undefined);
  }

  readonly stop = (): void => this.end.abort();

  sofar = (): readonly number[] => readLedger(this.ledger);

  /** The proof, as far as it matters for this answer; undefined where it was cut short, or nothing was left to prove. */
  async upTo(
    { cost, bound }: Outcome,
    elapsed: number,
    from?: ProofOrder['from'],
  ): Promise<Proof | undefined> {
    const { signal, timeLimit, seed } = this.options;
    const met = () => tiersMet(cost, bound) === 5 || tiersMet(cost, this.sofar()) === 5;
    if (met() || signal?.aborted) {
      this.stop();
      return undefined;
    }
    const left = Math.min(LONGEST, timeLimit === undefined ? LONGEST : timeLimit - elapsed);
    const until = performance.now() + left * 1000;
    if (left <= 0) this.stop();
    if (!this.proof) {
      const late = (): boolean => signal?.aborted === true || performance.now() > until;
      const order = { seed: seedOf(seed), proven: this.ledger, ...(from && { from }) };
      return prove(this.review, order, late, this.told?.offer);
    }
    // The proof tells of each tier in memory, which is looked at now and then.
    const look = setInterval(() => {
      this.told?.look();
      if (performance.now() > until || met()) this.stop();
    }, 25);
    const stopped = new Promise<undefined>((resolve) =>
      signal?.addEventListener('abort', () => resolve(undefined), { once: true }),
    );
    try {
      return await Promise.race([this.proof, stopped]);
    } finally {
      clearInterval(look);
    }
  }

  /** The proof of the other tiers, for a programme that has met the floor of so many. */
  rest(outcome: Outcome, met: number, elapsed: number): Promise<Proof | undefined> {
    const from = { bound: this.sofar().slice(0, met), cost: outcome.cost };
    if (this.proof) this.ask({ seed: seedOf(this.options.seed), proven: this.ledger, from });
    return this.upTo(outcome, elapsed, from);
  }

  /** The search from the programme that the proof came upon. */
  async goOn(
    { plan, bound }: Proof,
    than: Cost,
    { elapsed, progress }: { readonly elapsed: number; readonly progress: SolveOptions['progress'] },
  ): Promise<Outcome | undefined> {
    const { signal, timeLimit, progress: _, ...rest } = this.options;
    if (timeLimit !== undefined && timeLimit - elapsed <= 0) return undefined;
    const order: Seeded = {
      options: { ...rest, ...(timeLimit !== undefined && { timeLimit: timeLimit - elapsed }) },
      from: plan,
      bound,
      than,
      share: AFTER_PROOF,
    };
    const among = threads();
    if (!among) return better(this.review, order, () => signal?.aborted === true, progress);
    return among.ask('better', this.review, () => ({ ...order, tells: progress !== undefined }), {
      signal,
      question: this,
      progress,
    });
  }
}
