import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import {
  type GenerateOptions,
  generateEntry,
  generateReview,
  generateTiny,
  generateTinyEntry,
} from '../../fixtures/generate.ts';
import { solveInWorkers } from '../../solver/host/in-workers.ts';
import { search, solve } from '../../solver/solve.ts';
import { check } from '../../src/check/check.ts';
import { isBroken } from '../../src/check/finding.ts';
import type { Outcome } from '../../src/programme/outcome.ts';
import { compareCosts } from '../../src/programme/programme.ts';
import { programmeToJson } from '../../src/publish/json.ts';
import { sessionsToPlace } from '../../src/review/facts.ts';
import type { ReviewFile } from '../../src/review/file.ts';
import type { Review } from '../../src/review/review.ts';
import { referee } from '../referee/referee.ts';
import { rulesIn } from '../referee/weeks.ts';
import { bundled, peerweek } from '../support/command.ts';

const long = process.env.PEERWEEK_LONG !== undefined;

const tightnesses = ['loose', 'tight', 'over'] as const;
/** Mostly of the two usual sizes, one in ten large; every tightness of each. */
const weekNumber = (n: number): GenerateOptions => ({
  size: n % 10 === 9 ? 'L' : n % 2 === 0 ? 'S' : 'M',
  tightness: tightnesses[n % 3]!,
  seed: 1000 + n,
});
const named = ({ size, tightness, seed }: GenerateOptions): string => `${size} ${tightness} ${seed}`;

/** Rules that ask for a session to be there: broken only where it is among those that could not be placed. */
const asksForMore = ['accident-and-emergency', 'case-recording-review', 'duty-desk', 'sponsor-debrief'];

/** What is not to be trusted about an answer, in words; nothing, if all is well. */
function doubts(review: Review, reviewText: string, { programme, cost }: Outcome): readonly string[] {
  const out: string[] = [];
  const findings = check(review, programme).filter(isBroken);
  const seen = referee(reviewText, programmeToJson(review, programme));
  const [ours, theirs] = [rulesIn(findings), rulesIn(seen)];
  if (ours.join() !== theirs.join()) out.push(`the checker says ${ours}, the referee ${theirs}`);
  for (const { rule, sentence } of findings)
    if (cost[0] === 0 || !asksForMore.includes(rule)) out.push(`${rule}: ${sentence}`);
  for (const broken of seen)
    if (cost[0] === 0 || !asksForMore.includes(broken.rule)) out.push(`referee: ${JSON.stringify(broken)}`);
  const told = [...programme.placements, ...programme.unplaced].map((p) => p.session).sort();
  const all = sessionsToPlace(review).map((s) => s.id);
  if (told.join() !== [...all].sort().join()) out.push('a session is neither placed nor left out, or both');
  return out;
}

async function judge(
  options: GenerateOptions,
  by: (review: Review) => Promise<Outcome>,
): Promise<readonly string[]> {
  const review = generateReview(options);
  const outcome = await by(review);
  return doubts(review, JSON.stringify(generateEntry(options)), outcome).map(
    (d) => `${named(options)}: ${d}`,
  );
}

describe('no programme that is built breaks a must rule, by the checker or by the referee', () => {
  it.each(Array.from({ length: 12 }, (_, n) => [named(weekNumber(n)), weekNumber(n)] as const))(
    '%s',
    async (_, options) =>
      expect(await judge(options, (review) => solve(review, { seed: 1, timeLimit: 1 }))).toEqual([]),
    60_000,
  );

  it.runIf(long)(
    'a thousand weeks',
    async () => {
      // PEERWEEK_WEEKS=100 for fewer.
      const [all, threads] = [Number(process.env.PEERWEEK_WEEKS ?? 1000), 2];
      const found: string[] = [];
      let [next, done] = [0, 0];
      const began = performance.now();
      const by = solveInWorkers(1);
      const work = async (): Promise<void> => {
        while (next < all) {
          found.push(...(await judge(weekNumber(next++), (review) => by(review, { seed: 1, timeLimit: 1 }))));
          if (++done % 25 === 0 || done === all)
            process.stderr.write(
              `${done} of ${all} weeks in ${Math.round((performance.now() - began) / 1000)} s, ${found.length} doubts\n`,
            );
        }
      };
      await Promise.all(Array.from({ length: threads }, work));
      expect(found).toEqual([]);
    },
    3 * 3600_000,
  );
});

describe('the same file and seed give the same bytes', () => {
  const folder = mkdtempSync(join(tmpdir(), 'peerweek-trust-'));
  beforeAll(bundled);
  afterAll(() => rmSync(folder, { recursive: true }));

  const builtBy = async (file: string, seed: number, run: string): Promise<string> => {
    const out = join(folder, run);
    // What a quick build does not do, `small-council` does twice in fixtures.test.ts.
    const effort = long ? 'usual' : 'quick';
    await peerweek('build', file, '--seed', String(seed), '--effort', effort, '--out', out);
    return readFileSync(join(out, 'programme.json'), 'utf8');
  };
  const reviews: readonly (readonly [string, () => ReviewFile])[] = [
    ['tiny 11', () => generateTinyEntry(11)],
    ['tiny 12', () => generateTinyEntry(12)],
    ['S loose 5', () => generateEntry({ size: 'S', tightness: 'loose', seed: 5 })],
    ...(long
      ? [['L tight 6', () => generateEntry({ size: 'L', tightness: 'tight', seed: 6 })] as const]
      : []),
  ];

  // Two processes, one after the other, that share nothing but the file.
  it.each(reviews)(
    '%s',
    async (name, entry) => {
      const file = join(folder, `${name}.json`);
      writeFileSync(file, JSON.stringify(entry()));
      const one = await builtBy(file, 7, `${name} one`);
      expect(await builtBy(file, 7, `${name} two`)).toBe(one);
    },
    180_000,
  );

  /*
   * For any small review and any seed, in one process:
   * 1. building again gives the same bytes;
   * 2. so does building from the same file read again, whatever was built in between.
   */
  it('whatever else was built in between', async () => {
    const bytes = async (number: number, seed: number): Promise<string> => {
      const review = generateTiny(number);
      return programmeToJson(review, (await solve(review, { seed })).programme);
    };
    await fc.assert(
      fc.asyncProperty(fc.nat(500), fc.nat(500), fc.nat(1000), async (number, other, seed) => {
        const first = await bytes(number, seed);
        await bytes(other, seed + 1);
        expect(await bytes(number, seed)).toBe(first);
      }),
      { numRuns: long ? 300 : 10, ...(!long && { seed: 5 }) },
    );
  }, 600_000);
});

/*
 * Stopped after any number of looks at the word to stop:
 * 1. what comes back keeps every must rule, by the checker and the referee, and tells of every session;
 * 2. it costs no more than what came back of any earlier stop: the best found is never lost.
 */
describe('a stop at any moment', () => {
  const stoppedAfter = (review: Review, looks: number): Outcome => {
    let looked = 0;
    // The clock stands: what is soon done is finished after the word to stop, for as long as it may take by the clock,
    // and a machine that is busy at one stop and not at another would finish more after the earlier one.
    const clock = vi.spyOn(performance, 'now').mockReturnValue(0);
    try {
      return search(review, { seed: 3 }, () => ++looked > looks);
    } finally {
      clock.mockRestore();
    }
  };
  const weeks = [
    { size: 'S', tightness: 'loose', seed: 21 },
    { size: 'S', tightness: 'over', seed: 22 },
    ...(long ? [{ size: 'L', tightness: 'tight', seed: 23 } as const] : []),
  ] as const;

  it.each(weeks.map((options) => [named(options), options] as const))(
    '%s',
    (_, options) => {
      const review = generateReview(options);
      const text = JSON.stringify(generateEntry(options));
      const moments = fc.sample(fc.nat(60), { numRuns: long ? 40 : 6, seed: options.seed });
      let best: Outcome | undefined;
      for (const looks of [0, ...moments].sort((a, b) => a - b)) {
        const outcome = stoppedAfter(review, looks);
        expect(doubts(review, text, outcome), `after ${looks} looks`).toEqual([]);
        if (best)
          expect(compareCosts(outcome.cost, best.cost), `after ${looks} looks`).toBeLessThanOrEqual(0);
        best = outcome;
      }
    },
    600_000,
  );
});
