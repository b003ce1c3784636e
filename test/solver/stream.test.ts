import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type GenerateOptions, generateReview, generateTiny } from '../../fixtures/generate.ts';
import { judge } from '../../solver/answer.ts';
import { compileUnless } from '../../solver/model/compile.ts';
import { patient } from '../../solver/patience.ts';
import { provenTiers } from '../../solver/progress.ts';
import { Search } from '../../solver/search/search.ts';
import { search, solve } from '../../solver/solve.ts';
import { check } from '../../src/check/check.ts';
import { isBroken } from '../../src/check/finding.ts';
import { costOf } from '../../src/check/verdict.ts';
import type { Outcome, Progress, SolveOptions } from '../../src/programme/outcome.ts';
import { compareCosts } from '../../src/programme/programme.ts';
import { programmeToJson } from '../../src/publish/json.ts';
import { sessionsToPlace } from '../../src/review/facts.ts';
import type { Review } from '../../src/review/review.ts';

const long = process.env.PEERWEEK_LONG !== undefined;

/** A search that is told to stop at its `looks`-th look at the word, and all that it told. */
function listened(
  review: Review,
  options: Omit<SolveOptions, 'signal' | 'progress'>,
  looks = Number.POSITIVE_INFINITY,
): { readonly outcome: Outcome; readonly told: readonly Progress[] } {
  const told: Progress[] = [];
  let looked = 0;
  const outcome = search(review, { ...options, progress: (p) => void told.push(p) }, () => ++looked > looks);
  return { outcome, told };
}

/** What is wrong with what a search told on its way to an answer; nothing, if all is well. */
function faults(review: Review, { outcome, told }: ReturnType<typeof listened>): readonly string[] {
  const out: string[] = [];
  told.forEach(({ programme, cost, bound, proven, seconds }, n) => {
    const before = told[n - 1];
    const placed = new Set(programme.placements.map((p) => p.session));
    const findings = check(review, programme);
    const broken = findings.filter((f) => isBroken(f) && f.sessions.some((id) => placed.has(id)));
    if (broken.length > 0) out.push(`${n} breaks ${broken.map((f) => f.rule)}`);
    if (compareCosts(costOf(review, programme, findings), cost) !== 0) out.push(`${n} is priced wrong`);
    if (programme.cost?.join() !== cost.join()) out.push(`${n}: its programme says another cost`);
    const all = [...placed, ...programme.unplaced.map((u) => u.session)].sort().join();
    if (
      all !==
      sessionsToPlace(review)
        .map((s) => s.id)
        .sort()
        .join()
    )
      out.push(`${n} does not tell of every session`);
    if (proven !== provenTiers(cost, bound)) out.push(`${n}: proven ${proven}`);
    if (compareCosts(outcome.cost, cost) > 0) out.push(`${n} is better than the answer`);
    if (!before) return;
    const step = compareCosts(cost, before.cost);
    if (step > 0 || (step === 0 && proven <= before.proven)) out.push(`${n} is no news`);
    if (seconds < before.seconds) out.push(`${n} goes back in time`);
  });
  const last = told.at(-1);
  if (!last || compareCosts(last.cost, outcome.cost) !== 0) out.push('the last told is not the answer');
  return out;
}

const bytes = (review: Review, { programme }: Outcome): string => programmeToJson(review, programme);

/*
 * For any review, seed and moment to stop:
 * 1. whatever is told keeps every must rule, costs what the checker says, and tells of every session;
 * 2. each told is better than the one before it (or has more proven), and the answer is no worse than any;
 * 3. the last told costs what the answer does.
 */
describe('what a search tells on its way', () => {
  const weeks: readonly GenerateOptions[] = [
    { size: 'S', tightness: 'loose', seed: 31 },
    { size: 'M', tightness: 'tight', seed: 32 },
    { size: 'S', tightness: 'over', seed: 33 },
    ...(long ? [{ size: 'L', tightness: 'tight', seed: 34 } as const] : []),
  ];

  it.each(weeks.map((week) => [`${week.size} ${week.tightness} ${week.seed}`, week] as const))(
    'is true and better each time: %s, and stopped at any moment',
    (_, week) => {
      const review = generateReview(week);
      const moments = fc.sample(fc.nat(80), { numRuns: long ? 30 : 3, seed: week.seed });
      for (const looks of [0, 1, ...moments, Number.POSITIVE_INFINITY])
        expect(
          faults(review, listened(review, { seed: 3, effort: 'quick' }, looks)),
          `after ${looks}`,
        ).toEqual([]);
    },
    600_000,
  );

  it('is the same of small reviews, whatever the seed and the limit of time', () => {
    fc.assert(
      fc.property(
        fc.nat(500),
        fc.nat(1000),
        fc.constantFrom(0, 0.001, 0.01, undefined),
        (number, seed, timeLimit) => {
          const review = generateTiny(number);
          const run = listened(review, { seed, ...(timeLimit !== undefined && { timeLimit }) });
          expect(faults(review, run)).toEqual([]);
        },
      ),
      { numRuns: long ? 500 : 25, ...(!long && { seed: 7 }) },
    );
  }, 600_000);

  it('changes nothing about what is found: the same bytes with and without a listener', async () => {
    for (const [size, seed] of [
      ['S', 41],
      ['M', 42],
    ] as const) {
      const review = generateReview({ size, tightness: 'tight', seed });
      const quiet = await solve(review, { seed: 5, effort: 'quick' });
      const { outcome, told } = listened(review, { seed: 5, effort: 'quick' });
      expect(bytes(review, outcome)).toBe(bytes(review, quiet));
      expect(told.length).toBeGreaterThan(0);
    }
  }, 120_000);

  it('can be stopped by whoever listens, and keeps what was told', async () => {
    const review = generateReview({ size: 'M', tightness: 'loose', seed: 43 });
    const stop = new AbortController();
    const told: Progress[] = [];
    const progress = (news: Progress): void => {
      told.push(news);
      stop.abort();
    };
    const outcome = await solve(review, { seed: 1, effort: 'thorough', signal: stop.signal, progress });
    expect(faults(review, { outcome, told })).toEqual([]);
    expect(told.length).toBeLessThanOrEqual(2);
  }, 60_000);

  it('hears the word to stop while it works the review out, and in the middle of its first programme', () => {
    const review = generateReview({ size: 'S', tightness: 'over', seed: 45 });
    const compiled = compileUnless(review, {}, () => true);
    expect(compiled).toBe(undefined);
    const { model } = compileUnless(review, {}, () => false)!;
    const engine = new Search(model, 1);
    let asked = 0;
    engine.construct(() => ++asked > 10);
    const placed = engine.best.plan.filter((choice) => choice !== undefined).length;
    expect(placed).toBeGreaterThan(0);
    expect(placed).toBeLessThanOrEqual(10);
    // What it has is a programme: no must is broken.
    expect(judge(review, model, engine.best.plan, undefined).bare.placements).toHaveLength(placed);
  });

  it('goes on with what is soon done for so many milliseconds after the word to stop, and no longer', () => {
    const unsaid = patient(() => false, 0);
    expect([unsaid(), unsaid()]).toEqual([false, false]);
    expect(patient(() => true, 0)()).toBe(true);
    const still = patient(() => true, 60_000);
    expect([still(), still()]).toEqual([false, false]);
  });

  it('searches more for a greater effort: never worse on this week, and the budget of moves in proportion', () => {
    const review = generateReview({ size: 'S', tightness: 'tight', seed: 44 });
    const looks = (effort: 'quick' | 'usual'): number => {
      let looked = 0;
      search(review, { seed: 1, effort }, () => {
        looked++;
        return false;
      });
      return looked;
    };
    const [quick, usual] = [looks('quick'), looks('usual')];
    expect(usual / quick).toBeGreaterThan(2);
    expect(usual / quick).toBeLessThan(10);
  }, 60_000);
});
