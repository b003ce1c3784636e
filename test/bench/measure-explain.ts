import { explain } from '../../solver/host/explain.ts';
import type { Explanation } from '../../src/programme/explanation.ts';
import type { Given } from './arguments.ts';
import type { Case } from './cases.ts';
import { programmeOf } from './programme.ts';
import { type Table, took } from './tables.ts';

/** The part `explanations`: for each review of which no programme holds every must, why, and what would mend it. */
export async function measureExplanations(cases: readonly Case[], { times }: Given): Promise<Table> {
  const rows: string[][] = [];
  for (const of of cases) {
    const review = of.review();
    const programme = await programmeOf(of);
    const missing = programme.cost?.[0] ?? 0;
    if (missing === 0) continue;
    let least = Number.POSITIVE_INFINITY;
    let last: Explanation | undefined;
    for (let n = 0; n < times; n++) {
      const began = performance.now();
      last = await explain(review, programme);
      least = Math.min(least, performance.now() - began);
    }
    const { conflicts, unexplained, mendedTogether } = last!;
    rows.push([
      of.name,
      String(missing),
      String(conflicts.length),
      String(conflicts.reduce((n, { mends }) => n + mends.length, 0)),
      String(unexplained.length),
      mendedTogether ? 'yes' : 'no',
      took(least),
    ]);
  }
  return {
    name: 'explanations',
    head: [
      'week',
      'musts left out',
      'conflicts',
      'mends, each tried',
      'left unexplained',
      'complete with the first mends',
      'took',
    ],
    rows,
  };
}
