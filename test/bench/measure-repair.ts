import { changeKinds, changesTo } from '../../fixtures/generator/changes.ts';
import { solve } from '../../solver/solve.ts';
import type { Progress } from '../../src/programme/outcome.ts';
import type { Given } from './arguments.ts';
import type { Case } from './cases.ts';
import { programmeOf } from './programme.ts';
import { middle, type Table, took } from './tables.ts';

interface Repair {
  readonly kind: string;
  readonly first: number;
  readonly last: number;
}

/** Repairs of each kind of change to a week, each the least of so many times. Milliseconds. */
async function repairsOf(of: Case, seed: number, often: number): Promise<readonly Repair[]> {
  const before = await programmeOf(of);
  const out: Repair[] = [];
  for (const { kind, review, keep, from } of changesTo(of.review(), before, seed)) {
    let [first, last] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
    for (let n = 0; n < often; n++) {
      const began = performance.now();
      let heard: number | undefined;
      const progress = (_: Progress): void => {
        heard ??= performance.now() - began;
      };
      await solve(review, { seed: 1, keep, ...(from !== undefined && { from }), progress });
      const end = performance.now() - began;
      [first, last] = [Math.min(first, heard ?? end), Math.min(last, end)];
    }
    out.push({ kind, first, last });
  }
  return out;
}

/** Different draws of each change. */
const DRAWS = [1, 2, 3];

/** The part `repairs`: what was built is mended after each kind of change. First answer / done, in the middle and at most. */
export async function measureRepairs(cases: readonly Case[], { times }: Given): Promise<Table> {
  const rows: string[][] = [];
  for (const size of ['S', 'M', 'L'] as const) {
    const repairs: Repair[] = [];
    for (const of of cases.filter((c) => c.size === size))
      for (const draw of DRAWS) repairs.push(...(await repairsOf(of, draw, times)));
    for (const kind of changeKinds) {
      const own = repairs.filter((r) => r.kind === kind);
      if (own.length === 0) continue;
      const [firsts, lasts] = [own.map((r) => r.first), own.map((r) => r.last)];
      rows.push([
        size,
        kind,
        String(own.length),
        took(middle(firsts)),
        took(Math.max(...firsts)),
        took(middle(lasts)),
        took(Math.max(...lasts)),
      ]);
    }
  }
  return {
    name: 'repairs',
    head: ['size', 'change', 'repairs', 'first answer', 'at most', 'done', 'at most'],
    rows,
  };
}
