import { describe, expect, it } from 'vitest';
import { generateReview } from '../../fixtures/generate.ts';
import { BestTold, inTiers } from '../../solver/host/best-told.ts';
import { engine } from '../../solver/host/engine.ts';
import { provenTiers } from '../../solver/progress.ts';
import { solve } from '../../solver/solve.ts';
import { check } from '../../src/check/check.ts';
import { isBroken } from '../../src/check/finding.ts';
import { costOf } from '../../src/check/verdict.ts';
import type { Outcome, Progress } from '../../src/programme/outcome.ts';
import { type Cost, compareCosts } from '../../src/programme/programme.ts';

// A week of which the proof comes upon a programme that the quick search does not.
const review = generateReview({ size: 'M', tightness: 'over', seed: 2 });
const options = { seed: 1, effort: 'quick', explain: false } as const;

/** What the search comes to by itself. */
const searched = solve(review, options);

async function built(stopAt: (news: Progress) => boolean = () => false) {
  const stop = new AbortController();
  const told: Progress[] = [];
  const progress = (news: Progress): void => {
    told.push(news);
    if (stopAt(news)) stop.abort();
  };
  return { told, outcome: await engine(1)(review, { ...options, signal: stop.signal, progress }) };
}

/*
 * Whatever is told while a review is built:
 * 1. costs less than what was told before it, or has more proven; no floor falls;
 * 2. keeps every must rule, costs what the checker says, and has the build's own seed;
 * 3. costs no more than the answer, and the last costs just what the answer does.
 */
function faults({ told, outcome }: Awaited<ReturnType<typeof built>>): readonly string[] {
  const out: string[] = [];
  told.forEach(({ programme, cost, bound, proven, seconds }, n) => {
    const before = told[n - 1];
    const findings = check(review, programme);
    const placed = new Set(programme.placements.map((p) => p.session));
    if (findings.some((f) => isBroken(f) && f.sessions.some((id) => placed.has(id))))
      out.push(`${n} breaks a must`);
    if (compareCosts(costOf(review, programme, findings), cost) !== 0) out.push(`${n} is priced wrong`);
    if (programme.seed !== options.seed) out.push(`${n} has another seed`);
    if (proven !== provenTiers(cost, bound)) out.push(`${n}: proven ${proven}`);
    if (compareCosts(bound, cost) > 0) out.push(`${n} costs less than its floor`);
    if (compareCosts(outcome.cost, cost) > 0) out.push(`${n} is better than the answer`);
    if (!before) return;
    const step = compareCosts(cost, before.cost);
    if (step > 0 || (step === 0 && proven <= before.proven)) out.push(`${n} is no news`);
    if (compareCosts(bound, before.bound) < 0) out.push(`${n}: the floor falls`);
    if (seconds < before.seconds) out.push(`${n} goes back in time`);
  });
  if (compareCosts(told.at(-1)!.cost, outcome.cost) !== 0) out.push('the last told is not the answer');
  return out;
}

describe('what a build tells on its way', () => {
  it('is each tier as it is proven, and what the proof comes upon before the search goes on from it', async () => {
    const { cost: alone } = await searched;
    const build = await built();
    expect(faults(build)).toEqual([]);
    const { told, outcome } = build;
    // The first of which all five tiers are proven is the proof's: points are looked for from there on.
    const first = told.find(({ proven }) => proven === 5);
    expect(first?.bound).toEqual(inTiers(first!.cost));
    expect(compareCosts(inTiers(first!.cost), inTiers(alone))).toBeLessThan(0);
    expect(inTiers(outcome.cost)).toEqual(inTiers(first!.cost));
    expect(compareCosts(outcome.cost, first!.cost)).toBeLessThan(0);
  }, 120_000);

  it('is there for whoever says stop: no less than the last that was told', async () => {
    const { cost: alone } = await searched;
    const build = await built(({ cost }) => compareCosts(inTiers(cost), inTiers(alone)) < 0);
    expect(faults(build)).toEqual([]);
    const { programme, status, bound } = build.outcome;
    expect(programme.cost).toEqual(build.outcome.cost);
    expect(programme.bound).toEqual(bound);
    expect(status).toBe('impossible');
  }, 120_000);
});

describe('the best that was told', () => {
  const newsOf = (cost: Cost, seed = 9): Progress => ({
    programme: { review: 'r', revision: 1, placements: [], fixedEvents: [], unplaced: [], seed },
    cost,
    bound: [0, 0, 0, 0, 0, 0],
    proven: 0,
    seconds: 0,
  });
  const answerOf = (cost: Cost): Outcome => ({
    ...newsOf(cost, 1),
    status: 'unfinished',
    conflicts: [{ sentence: 'One is left out.', sessions: ['one'], mends: [] }],
  });
  const telling = (proven: number[] = []) => {
    const told: (readonly [cost: Cost, proven: number, seed: number | undefined])[] = [];
    const best = new BestTold({
      proven: () => proven,
      elapsed: () => 1,
      seed: 1,
      progress: (news) => void told.push([news.cost, news.proven, news.programme.seed]),
    });
    return { best, told };
  };
  const [worse, middle, good]: Cost[] = [
    [1, 0, 3, 0, 0, 9],
    [1, 0, 3, 0, 0, 7],
    [1, 0, 2, 0, 0, 50],
  ];

  it('is of the proof only once the search is over, and came to more in the tiers', () => {
    const { best, told } = telling();
    best.hear(newsOf(worse!));
    best.offer(newsOf(good!));
    expect(told).toEqual([[worse, 0, 1]]);
    best.hear(newsOf(middle!));
    best.settle(answerOf(middle!));
    expect(told).toEqual([
      [worse, 0, 1],
      [middle, 0, 1],
      [good, 0, 1],
    ]);
  });

  it('is not of the proof where the search came to as much: its points would be those of another answer', () => {
    const { best, told } = telling();
    best.hear(newsOf(good!));
    best.offer(newsOf([1, 0, 2, 0, 0, 40]));
    best.settle(answerOf(good!));
    expect(told).toEqual([[good, 0, 1]]);
  });

  it('is told again as more of it is proven, and not where what is proven is of others', () => {
    const proven: number[] = [];
    const { best, told } = telling(proven);
    best.hear(newsOf(worse!));
    proven.push(1);
    best.look();
    best.look();
    proven.push(0, 2);
    best.look();
    proven.push(0);
    best.look();
    expect(told).toEqual([
      [worse, 0, 1],
      [worse, 2, 1],
    ]);
  });

  it('is the answer where nobody went on from it, whether somebody listened or not', () => {
    const { best } = telling([1, 0, 2]);
    best.settle(answerOf(worse!));
    best.offer(newsOf(good!));
    expect(best.answer(answerOf(worse!))).toMatchObject({ cost: good, bound: [1, 0, 2, 0, 0, 0] });
    const better: Cost = [1, 0, 2, 0, 0, 30];
    expect(best.answer(answerOf(better)).cost).toBe(better);
  });

  it('is complete where it leaves no must out: nothing stands in its way then', () => {
    const { best } = telling();
    best.settle(answerOf(worse!));
    best.offer(newsOf([0, 0, 9, 0, 0, 0]));
    expect(best.answer(answerOf(worse!))).toMatchObject({ status: 'feasible', conflicts: [] });
  });
});
