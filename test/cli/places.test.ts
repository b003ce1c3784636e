import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { bundled, peerweek } from '../support/command.ts';

vi.setConfig({ testTimeout: 120_000 });

const folder = mkdtempSync(join(tmpdir(), 'peerweek-places-'));
const review = 'fixtures/small-council.json';
const programme = join(folder, 'programme.json');

beforeAll(async () => {
  bundled();
  await peerweek('build', review, '--out', folder, '--effort', 'quick');
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true }));

interface Placement {
  readonly start: string;
  readonly peers: readonly string[];
}
interface Told {
  readonly session: string;
  readonly here: Placement;
  readonly cost: readonly number[];
  readonly why: readonly string[];
  readonly places: readonly {
    readonly start: string;
    readonly state: string;
    readonly cost?: readonly number[];
    readonly change?: readonly number[];
    readonly placement?: Placement;
    readonly moved?: readonly { readonly session: string; readonly sentence: string }[];
    readonly refusedBy?: { readonly rule: string; readonly sentence: string };
  }[];
}

describe('peerweek places', () => {
  it('says in sentences why a session is where it is, and of every other time what stands for or against it', async () => {
    const { exit, out, err } = await peerweek('places', review, programme, 'director');
    expect([exit, err]).toEqual([0, []]);
    const lines = out.split('\n');
    expect(lines[1]).toBe('Director of children’s services');
    expect(lines[2]).toMatch(/^It is on [A-Z][a-z]+day, .+, with .+\.$/);
    expect(lines.filter((line) => line.endsWith('It is here'))).toHaveLength(1);
    expect(
      lines.filter((line) => /^ {2,3}[\d.]+[ap]m {2}(Free|If others move): .+\.$/.test(line)),
    ).not.toEqual([]);
    expect(
      lines.filter((line) => /^ {2,3}[\d.]+[ap]m {2}Not possible \(“.+”\): .+\.$/.test(line)),
    ).not.toEqual([]);
    expect(out).not.toMatch(/constraint|solver|infeasible|optimal/i);
  });

  it('says the same as one object, by id and local time', async () => {
    const { exit, out } = await peerweek('places', review, programme, 'director', '--json');
    expect(exit).toBe(0);
    const told = JSON.parse(out) as Told;
    expect(told.session).toBe('director');
    const here = told.places.filter((p) => p.state === 'here');
    expect(here.map((p) => p.start)).toEqual([told.here.start]);
    for (const place of told.places) {
      if (place.state === 'free' || place.state === 'moves') {
        expect(place.placement?.start).toBe(place.start);
        expect(place.change?.map((by, tier) => Math.round((told.cost[tier]! + by) * 1000) / 1000)).toEqual(
          place.cost,
        );
        expect(place.moved!.length > 0).toBe(place.state === 'moves');
      } else if (place.state !== 'here') expect(place.refusedBy?.sentence).toMatch(/\.$/);
    }
  });

  it('takes a title for an id, and says what it means by a name that it does not know', async () => {
    const title = await peerweek('places', review, programme, 'Director of children’s services', '--json');
    expect((JSON.parse(title.out) as Told).session).toBe('director');
    expect(await peerweek('places', review, programme, 'directer')).toMatchObject({
      exit: 1,
      err: ['peerweek places: the review has no session “directer”. Did you mean “director”?'],
    });
    expect(await peerweek('places', review, programme, 'director', '--from', 'noon')).toMatchObject({
      exit: 1,
    });
  });

  it('gives in what check answers each point paid, in lines that add up to the cost', async () => {
    const { out } = await peerweek('check', review, programme, '--json');
    const { cost, paid } = JSON.parse(out) as {
      cost: readonly number[];
      paid: readonly { tier: number; total: number; lines: readonly { amount: number }[] }[];
    };
    expect(paid.map((t) => t.tier)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(paid.map((t) => t.total)).toEqual(cost);
    const thousandths = (n: number) => Math.round(n * 1000);
    expect(paid.map((t) => t.lines.reduce((sum, line) => sum + thousandths(line.amount), 0))).toEqual(
      cost.map(thousandths),
    );
  });
});
