import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { bundled, peerweek } from '../support/command.ts';

// Each test starts processes, on a machine that may be busy with others.
vi.setConfig({ testTimeout: 180_000 });

const folder = mkdtempSync(join(tmpdir(), 'peerweek-alternatives-'));
beforeAll(bundled);
afterAll(() => rmSync(folder, { recursive: true }));

const county = 'fixtures/county.json';

interface Answer {
  readonly status: string;
  readonly alternatives: readonly {
    readonly id: string;
    readonly title: string;
    readonly gains: readonly string[];
    readonly files: readonly string[];
  }[];
  readonly sideBySide: readonly { readonly title: string; readonly cells: readonly object[] }[];
  readonly files: readonly string[];
}

describe('build --alternatives', () => {
  it('writes each programme in a folder of its own, good by check, and puts them side by side', async () => {
    const out = join(folder, 'county');
    const built = await peerweek(
      'build',
      county,
      '--effort',
      'quick',
      '--alternatives',
      '--out',
      out,
      '--json',
    );
    const answer = JSON.parse(built.out) as Answer;
    expect(built.err).toEqual([]);
    expect(answer.alternatives[0]).toMatchObject({ id: 'first', title: 'As it stands', gains: [] });
    expect(answer.alternatives.length).toBeGreaterThan(1);
    expect(answer.files).toEqual(answer.alternatives.flatMap((a) => a.files));
    for (const [n, { id, files }] of answer.alternatives.entries()) {
      const path = join(out, `${n + 1}-${id}`, 'programme.json');
      expect(files).toContain(path);
      const checked = await peerweek('check', county, path);
      expect(checked.exit, id).toBe(0);
    }
    for (const row of answer.sideBySide)
      expect(row.cells, row.title).toHaveLength(answer.alternatives.length);
    // The first is what is built without.
    await peerweek('build', county, '--effort', 'quick', '--out', join(folder, 'alone'));
    const text = (path: string) => readFileSync(path, 'utf8');
    expect(text(join(out, '1-first', 'programme.json'))).toBe(text(join(folder, 'alone', 'programme.json')));
  });

  it('says in sentences what each gains and costs, as many as were asked for, the same each time', async () => {
    const ask = () => peerweek('build', county, '--effort', 'quick', '--alternatives', '2');
    const { exit, out } = await ask();
    const lines = out.split('\n');
    expect(exit).toBe(0);
    expect(lines[2]).toBe('1. As it stands');
    expect(lines.filter((line) => /^\d\. /.test(line))).toHaveLength(2);
    expect(lines.filter((line) => line.startsWith('   + ')).length).toBeGreaterThan(0);
    expect(lines.find((line) => line.startsWith('Points of wishes not met'))).toMatch(/ [\d.]+ +[\d.]+$/);
    expect(out).not.toMatch(/constraint|solver|infeasible|optimal/i);
    expect(existsSync('2-first')).toBe(false);
    expect((await ask()).out).toBe(out);
  });
});
