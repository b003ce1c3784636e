import { check } from '../../src/check/check.ts';
import { isBroken } from '../../src/check/finding.ts';
import { verdict } from '../../src/check/verdict.ts';
import {
  type Alternative,
  type Alternatives,
  type AlternativesOptions,
  type Figures,
  type FindAlternatives,
  MOST_ALTERNATIVES,
} from '../../src/programme/alternatives.ts';
import type { Solve } from '../../src/programme/outcome.ts';
import { heldIn, type Programme } from '../../src/programme/programme.ts';
import { lettersFor } from '../../src/programme/streams.ts';
import { sessionsToPlace } from '../../src/review/facts.ts';
import type { Review } from '../../src/review/review.ts';
import { against } from './against.ts';
import { asLocked } from './as-locked.ts';
import { distanceBetween } from './distance.ts';
import { figuresOf, weighed } from './figures.ts';
import { type Variation, variations } from './variations.ts';

/** Programmes nearer than this to one that is kept already are the same to whoever reads them (`distanceBetween`). */
const NEAR = 0.1;
/** One that leaves out so much more of what should be held than the first, as a share of all sessions, is no choice. */
const DEAR = 0.1;

/**
 * Finds programmes that really differ from the first. Each asks the review one thing more, is searched for with `solve`
 * (as many side by side as `sideBySide` says), and is then held against the review itself: an alternative breaks no
 * must rule, leaves out no must session that the first holds, keeps what its title promises, and is not nearly the same
 * as another. The same review, first programme and seed give the same, whatever runs side by side.
 */
export const findAlternatives =
  (solve: Solve, sideBySide: number): FindAlternatives =>
  async (review, options) => {
    const first = firstOf(review, options.first);
    const search = new Trying(solve, review, options, first);
    const { most = MOST_ALTERNATIVES, signal, progress } = options;
    const kept: Alternative[] = [first];
    const left = variations.filter((v) => v.vary(review, first.figures).length > 0);
    const tries: Promise<Alternative | undefined>[] = [];
    for (const [n] of left.entries()) {
      if (kept.length >= most || signal?.aborted) break;
      while (tries.length < Math.min(left.length, n + sideBySide)) {
        const begun = search.attempt(left[tries.length]!);
        // It is waited for in its turn; until then nobody is there to be told that it failed.
        begun.catch(() => {});
        tries.push(begun);
      }
      const next = await tries[n]!;
      if (next) keep(kept, next);
      progress?.(n + 1, left.length);
    }
    search.end();
    return { programmes: kept, asides: [...betterOf(kept), ...asidesOf(review)] } satisfies Alternatives;
  };

/** What is better all round is no other choice but a better programme, and is said to be one. */
const betterOf = ([first, ...others]: readonly Alternative[]): readonly string[] =>
  others
    .filter((other) => first && isAsGood(other, first))
    .map(
      ({ title }) =>
        `“${title}” is at least as good as the first in every figure: nothing speaks against it.`,
    );

const asidesOf = (review: Review): readonly string[] => variations.flatMap((v) => v.unless?.(review) ?? []);

/** Takes a programme among those that are kept, where it is a choice beside each; one that it makes pointless goes. */
function keep(kept: Alternative[], found: Alternative): void {
  const others = kept.slice(1);
  if (distanceBetween(found.programme, kept[0]!.programme) < NEAR) return;
  if (others.some((k) => distanceBetween(found.programme, k.programme) < NEAR || isAsGood(k, found))) return;
  kept.splice(1, others.length, ...others.filter((k) => !isAsGood(found, k)), found);
}

/** Whether one programme is at least as good as another in every figure: then nobody has a reason to take the other. */
const isAsGood = (a: Alternative, b: Alternative): boolean => {
  const theirs = weighed(b.figures);
  return weighed(a.figures).every((n, figure) => n <= theirs[figure]!);
};

function firstOf(review: Review, programme: Programme): Alternative {
  const findings = check(review, programme);
  const { cost } = verdict(review, programme, findings);
  return {
    id: 'first',
    title: 'As it stands',
    means: 'What the review asks, in the order of the rule book.',
    programme,
    cost,
    figures: figuresOf(review, programme, findings),
    gains: [],
    costs: [],
    distance: 0,
  };
}

/** The search for alternatives of one review. */
class Trying {
  private readonly solve: Solve;
  private readonly review: Review;
  private readonly options: AlternativesOptions;
  private readonly first: Alternative;
  /** Stops what was begun and is not needed any more. */
  private readonly enough = new AbortController();

  constructor(solve: Solve, review: Review, options: AlternativesOptions, first: Alternative) {
    this.solve = solve;
    this.review = review;
    this.options = options;
    this.first = first;
  }

  end(): void {
    this.enough.abort();
  }

  /** What comes of a variation; undefined where nothing that it promises does. */
  async attempt(variation: Variation): Promise<Alternative | undefined> {
    const { seed, effort, timeLimit, signal } = this.options;
    const asked = asLocked(this.review, this.first.programme);
    for (const varied of variation.vary(asked, this.first.figures)) {
      const outcome = await this.solve(varied, {
        seed,
        explain: false,
        ...(effort && { effort }),
        ...(timeLimit !== undefined && { timeLimit }),
        signal: AbortSignal.any([this.enough.signal, ...(signal ? [signal] : [])]),
      });
      if (this.enough.signal.aborted) return undefined;
      const found = this.judged(variation, outcome.programme);
      if (found) return found;
    }
    return undefined;
  }

  /** Holds a programme against the review as it is, and against the first. */
  private judged(variation: Variation, found: Programme): Alternative | undefined {
    const { review, first } = this;
    const programme = this.asOf(variation, found);
    const findings = check(review, programme);
    const { broken, cost } = verdict(review, programme, findings);
    const placed = new Set(programme.placements.map((p) => p.session));
    const faults = broken.filter((f) => isBroken(f) && f.sessions.some((id) => placed.has(id)));
    if (faults.length > 0)
      throw new Error(
        `An alternative (${variation.id}) breaks a must rule: ${faults.map((f) => f.sentence).join(' ')}`,
      );
    const figures = figuresOf(review, programme, findings);
    if (!variation.better(figures, first.figures) || this.tooDear(figures)) return undefined;
    return {
      id: variation.id,
      title: variation.title(review),
      means: variation.means(review),
      programme: { ...programme, cost },
      cost,
      figures,
      ...against(review, figures, first.figures),
      distance: distanceBetween(first.programme, programme),
    };
  }

  /** Nothing that must be held is given up for a wish, and little that should be. */
  private tooDear({ leftOut }: Figures): boolean {
    const before = this.first.figures.leftOut;
    const shoulds = leftOut.should.length - before.should.length;
    return (
      leftOut.must.some((id) => !before.must.includes(id)) ||
      shoulds > DEAR * sessionsToPlace(this.review).length
    );
  }

  /**
   * The programme as one of this review: columns by its usual streams, what was told where it has not moved, and
   * nothing said that holds of the varied review alone.
   */
  private asOf(variation: Variation, { bound: _, ...found }: Programme): Programme {
    const { review, first } = this;
    const letters = lettersFor(heldIn(review, found), review.streams);
    const before = new Map(first.programme.placements.map((p) => [p.session, p]));
    const reasons = new Map(first.programme.unplaced.map((u) => [u.session, u.because]));
    return {
      ...found,
      placements: found.placements.map((p) => {
        const was = before.get(p.session);
        return {
          ...p,
          stream: letters.get(p.session) ?? p.stream,
          told: was?.told === true && was.start === p.start && was.end === p.end,
        };
      }),
      unplaced: found.unplaced.map(({ session }) => ({
        session,
        because: reasons.get(session) ?? [`It is left out for the sake of “${variation.title(review)}”.`],
      })),
      seed: this.options.seed,
    };
  }
}
