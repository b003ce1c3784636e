import { readdirSync, readFileSync } from 'node:fs';
import { getPriority } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { generateReview, generateTiny } from '../../fixtures/generate.ts';
import { solveInWorkers } from '../../solver/host/in-workers.ts';
import { Pool } from '../../solver/host/pool.ts';
import type { Outcome, Progress } from '../../src/programme/outcome.ts';
import { compareCosts } from '../../src/programme/programme.ts';
import { programmeToJson } from '../../src/publish/json.ts';
import { sessionsToPlace } from '../../src/review/facts.ts';
import type { Review } from '../../src/review/review.ts';
import { bundled } from '../support/command.ts';

const long = process.env.PEERWEEK_LONG !== undefined;
const file = join(import.meta.dirname, '../../dist/solver-worker.js');

const week = (size: 'S' | 'M' | 'L', seed: number): Review =>
  generateReview({ size, tightness: 'tight', seed });
const bytes = (review: Review, { programme }: Outcome): string => programmeToJson(review, programme);
const search = (seed: number, effort: 'quick' | 'usual' | 'thorough' = 'quick') => ({
  options: { seed, effort },
  tells: false,
});

describe('searches in threads', () => {
  const pools: Pool[] = [];
  const pool = (size: number): Pool => {
    const made = new Pool(file, size);
    pools.push(made);
    return made;
  };
  beforeAll(bundled);
  afterAll(() => Promise.all(pools.map((p) => p.close())));

  it('give the same bytes from a cold thread and a warm one, with a listener and without, among others', async () => {
    const review = week('S', 51);
    const one = pool(1);
    const cold = await one.ask('search', review, () => search(4));
    await one.ask('search', week('M', 52), () => search(9));
    const warm = await one.ask('search', review, () => search(4));
    const told: Progress[] = [];
    const many = pool(2);
    const [heard] = await Promise.all([
      many.ask('search', review, () => ({ ...search(4), tells: true }), {
        progress: (p) => void told.push(p),
      }),
      many.ask('search', week('S', 53), () => search(1)),
    ]);
    expect([warm, heard].map((o) => bytes(review, o!))).toEqual([bytes(review, cold!), bytes(review, cold!)]);
    expect(told.at(-1)?.cost).toEqual(cold?.cost);
  }, 120_000);

  it.runIf(process.platform === 'linux')('give way to the threads that answer people', async () => {
    await pool(1).ask('search', week('S', 51), () => search(4));
    const tasks = readdirSync('/proc/self/task').map((task) => `/proc/self/task/${task}/stat`);
    // The name of a thread is in brackets and may hold blanks; its `nice` is the 17th field after it.
    const nice = tasks.map((file) => Number(readFileSync(file, 'utf8').split(') ').at(-1)!.split(' ')[16]));
    expect(nice).toContain(Math.min(getPriority() + 10, 19));
  });

  it('take the best of several searches, of equals the first: the same bytes each time', async () => {
    const review = week('S', 54);
    const both = solveInWorkers(2);
    const [one, two] = [
      await both(review, { seed: 3, effort: 'quick' }),
      await both(review, { seed: 3, effort: 'quick' }),
    ];
    expect(bytes(review, two)).toBe(bytes(review, one));
    const alone = await Promise.all(
      [6, 7].map((seed) => solveInWorkers(1)(review, { seed, effort: 'quick' })),
    );
    const best = Math.sign(compareCosts(alone[1]!.cost, alone[0]!.cost)) < 0 ? alone[1]! : alone[0]!;
    expect(one.programme).toEqual({ ...best.programme, seed: 3 });
  }, 120_000);

  /*
   * Stopped any number of milliseconds after it was asked, once or twice, by one search or two:
   * 1. what comes back costs no more than anything that was told before;
   * 2. it tells of every session, placed or left out;
   * 3. the last told costs what it does.
   */
  it('stopped at any moment keep the best that was told', async () => {
    const reviews = [week('S', 55), week('M', 56), week('L', 57)];
    const found: string[] = [];
    await fc.assert(
      fc.asyncProperty(
        fc.nat(2),
        fc.nat(900),
        fc.nat(50),
        fc.boolean(),
        fc.constantFrom(1, 2),
        async (which, wait, seed, twice, searches) => {
          const review = reviews[which]!;
          const stop = new AbortController();
          const told: Progress[] = [];
          const timer = setTimeout(() => stop.abort(), wait);
          const again = setTimeout(() => twice && stop.abort(), wait + 1);
          const outcome = await solveInWorkers(searches)(review, {
            seed,
            signal: stop.signal,
            progress: (p) => void told.push(p),
          });
          clearTimeout(timer);
          clearTimeout(again);
          for (const { cost } of told)
            if (compareCosts(cost, outcome.cost) < 0) found.push(`${which} ${wait} ${seed}: lost ${cost}`);
          const last = told.at(-1);
          if (last && compareCosts(last.cost, outcome.cost) !== 0)
            found.push(`${which} ${wait} ${seed}: not told`);
          const { placements, unplaced } = outcome.programme;
          if (placements.length + unplaced.length !== sessionsToPlace(review).length)
            found.push(`${which} ${wait} ${seed}: a session is missing`);
        },
      ),
      { numRuns: long ? 200 : 12, seed: 8 },
    );
    expect(found).toEqual([]);
  }, 600_000);

  it('stopped before the start, or with hardly any time, answer all the same', async () => {
    const review = week('S', 58);
    const before = await solveInWorkers(1)(review, { seed: 1, signal: AbortSignal.abort() });
    expect(before.programme.placements.length + before.programme.unplaced.length).toBe(34);
    for (const timeLimit of [0, 0.001, 0.05]) {
      const outcome = await solveInWorkers(1)(review, { seed: 1, timeLimit });
      expect(outcome.programme.placements.length).toBeGreaterThan(20);
    }
  }, 60_000);

  it('stopped while it waits its turn, one answers that nothing was begun', async () => {
    const one = pool(1);
    const stop = new AbortController();
    const long_ = one.ask('search', week('M', 59), () => search(1));
    const waits = one.ask('search', week('S', 60), () => search(1), { signal: stop.signal });
    stop.abort();
    expect(await waits).toBeUndefined();
    expect((await long_)?.programme.placements.length).toBeGreaterThan(30);
  }, 60_000);

  it('take turns: who asked for one thing does not wait for all that another asked for', async () => {
    const one = pool(1);
    const review = generateTiny(5);
    const done: string[] = [];
    const ask = (name: string, question: object) =>
      one.ask('search', review, () => search(1), { question }).then(() => void done.push(name));
    const [many, few] = [{}, {}];
    await Promise.all([ask('many 1', many), ask('many 2', many), ask('many 3', many), ask('few', few)]);
    expect(done).toEqual(['many 1', 'few', 'many 2', 'many 3']);
  }, 60_000);

  it('let what is urgent pass what is long', async () => {
    const one = pool(1);
    const done: string[] = [];
    await Promise.all([
      one.ask('search', week('M', 61), () => search(1, 'thorough')).then(() => void done.push('long')),
      one.ask('search', week('S', 62), () => search(1), {}).then(() => void done.push('waits')),
      one
        .ask('search', generateTiny(6), () => search(1), { urgent: true })
        .then(() => void done.push('urgent')),
    ]);
    expect(done).toEqual(['urgent', 'long', 'waits']);
  }, 120_000);

  it('count a limit of time from when it was asked for', async () => {
    const one = pool(1);
    const waited: number[] = [];
    const order = (wait: number) => {
      waited.push(wait);
      return search(1);
    };
    await Promise.all([one.ask('search', week('S', 63), order), one.ask('search', generateTiny(7), order)]);
    expect(waited[0]).toBeLessThan(0.05);
    expect(waited[1]).toBeGreaterThan(0.05);
  }, 60_000);

  it('that throw, end or are closed say so, and the next one is answered', async () => {
    const one = pool(1);
    const nonsense = { id: 'nonsense' } as unknown as Review;
    await expect(one.ask('search', nonsense, () => search(1))).rejects.toThrow(
      /^The search met a fault of its own: TypeError: /,
    );
    const review = generateTiny(8);
    const first = await one.ask('search', review, () => search(1));
    const broken = one.ask('search', week('L', 64), () => search(1, 'thorough'));
    const told = expect(broken).rejects.toThrow(
      'The search broke off before it answered: its thread ended with code 1',
    );
    await one.close();
    await told;
    expect(bytes(review, (await one.ask('search', review, () => search(1)))!)).toBe(bytes(review, first!));
  }, 60_000);

  it('whose listener throws are rejected with what it threw, and are stopped', async () => {
    const one = pool(1);
    const deaf = one.ask('search', week('M', 65), () => ({ ...search(1, 'thorough'), tells: true }), {
      progress() {
        throw new Error('Not now.');
      },
    });
    await expect(deaf).rejects.toThrow('Not now.');
    expect(await one.ask('search', generateTiny(9), () => search(1))).toBeDefined();
  }, 60_000);
});
