import { execFileSync } from 'node:child_process';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { generateReview, generateTiny } from '../../fixtures/generate.ts';
import { solve } from '../../solver/solve.ts';
import { watch } from '../../src/actions/command/watch.ts';
import type { Outcome, SolveOptions } from '../../src/programme/outcome.ts';
import type { Review } from '../../src/review/review.ts';
import { bundled, peerweek } from '../support/command.ts';
import { needs } from '../support/needs.ts';

vi.setConfig({ testTimeout: 120_000 });

/** The lines that somebody at a terminal sees while a review is built, the last one an empty one. */
async function seen(
  review: Review,
  options: Partial<SolveOptions> = {},
): Promise<{ readonly lines: readonly string[]; readonly outcome: Outcome }> {
  const lines: string[] = [];
  const { progress, done } = watch({ live: (line) => void lines.push(line) }, review, false);
  const outcome = await solve(review, {
    seed: 1,
    effort: 'quick',
    ...options,
    ...(progress && { progress }),
  });
  done();
  return { lines, outcome };
}

describe('somebody who waits at a terminal', () => {
  it('sees how many are placed and what it costs, the last as the answer, and then an empty line', async () => {
    const review = generateReview({ size: 'S', tightness: 'tight', seed: 71 });
    const { lines, outcome } = await seen(review);
    const placed = outcome.programme.placements.length;
    expect(lines.at(-1)).toBe('');
    expect(lines.at(-2)).toMatch(
      new RegExp(`^\\d+\\.\\d s: ${placed} of 34 sessions placed; .*\\. Ctrl\\+C keeps this one\\.$`),
    );
    expect(lines.join(' ')).not.toMatch(/constraint|solver|infeasible|optimal/i);
  });

  it('is told when no better one exists', async () => {
    const review = generateTiny(1);
    const { programme, cost, seconds } = (await seen(review)).outcome;
    const lines: string[] = [];
    const { progress, done } = watch({ live: (line) => void lines.push(line) }, review, false);
    progress?.({ programme, cost, bound: cost, proven: 6, seconds });
    done();
    expect(lines).toEqual([expect.stringMatching(/ placed; .*\. No better one exists\.$/), '']);
  });

  it('sees the clock go on where nothing better is found', async () => {
    const lines: string[] = [];
    const { done } = watch({ live: (line) => void lines.push(line) }, generateTiny(1), false);
    await new Promise((resolve) => setTimeout(resolve, 700));
    done();
    expect(lines).toEqual([expect.stringMatching(/^0\.\d s: looking for a first programme$/), '']);
  });

  it('nobody looks: nothing is shown, and nothing is asked for', () => {
    const review = generateTiny(1);
    expect(watch({}, review, false).progress).toBeUndefined();
    expect(watch({ live: () => {} }, review, true).progress).toBeUndefined();
  });
});

describe('the real command', () => {
  beforeAll(bundled);
  const small = 'fixtures/small-council.json';

  it('says nothing on the way where its errors go to a file or a pipe', async () => {
    const { exit, err } = await peerweek('build', small, '--effort', 'quick');
    expect({ exit, err }).toEqual({ exit: 0, err: [] });
  });

  needs('terminal').it(
    'on a terminal writes over one line, and leaves it empty before the answer',
    () => {
      const command = `stty cols 70; "${process.execPath}" dist/cli.js build ${small} --effort quick`;
      const text = execFileSync('script', ['-qec', command, '/dev/null'], { encoding: 'utf8' });
      const answer = text.indexOf('Oxley Borough Council');
      const [live, rest] = [text.slice(0, answer), text.slice(answer)];
      const lines = live.split('\r\u001b[K');
      expect(lines.length).toBeGreaterThan(2);
      expect(lines.at(-1)).toBe('');
      expect(lines.at(-2)).toMatch(/^\d+\.\d s: 22 of 22 sessions placed; /);
      expect(lines.filter((line) => line.length > 69)).toEqual([]);
      expect(live).not.toContain('\n');
      expect(rest).not.toContain('\u001b');
    },
    60_000,
  );

  needs('terminal').it(
    'with --json shows nothing but the object, terminal or not',
    () => {
      const command = `"${process.execPath}" dist/cli.js build ${small} --effort quick --json`;
      const text = execFileSync('script', ['-qec', command, '/dev/null'], { encoding: 'utf8' });
      expect(text.startsWith('{')).toBe(true);
      expect((JSON.parse(text) as { good: boolean }).good).toBe(true);
    },
    60_000,
  );
});
