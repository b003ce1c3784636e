import { engine } from '../../solver/host/engine.ts';
import type { Outcome } from '../../src/programme/outcome.ts';
import type { Given } from './arguments.ts';
import type { Case } from './cases.ts';
import { costWords, type Table, took } from './tables.ts';

/** What one build proves of its programme, and when. */
interface Proofs {
  readonly outcome: Outcome;
  /** Milliseconds until the best and the bound agreed in so many tiers, by tier. */
  readonly provenAt: readonly (number | undefined)[];
}

/** A build as the product makes it, from one seed, with what it tells on its way. */
async function proofsOf({ review }: Case): Promise<Proofs> {
  const given = review();
  const began = performance.now();
  const provenAt: (number | undefined)[] = [];
  let at = 0;
  const note = (proven: number): void => {
    // What a better programme or bound undoes again was not yet it.
    for (let tier = proven; tier < 6; tier++) provenAt[tier] = undefined;
    for (let tier = 0; tier < proven; tier++) provenAt[tier] ??= at;
  };
  const outcome = await engine(1)(given, {
    seed: 1,
    progress: ({ proven }) => {
      at = performance.now() - began;
      note(proven);
    },
  });
  at = performance.now() - began;
  const open = outcome.cost.findIndex((n, tier) => n > outcome.bound[tier]! + 1e-9);
  note(open < 0 ? 6 : open);
  return { outcome, provenAt };
}

/** The part `proofs`: when a build has proven what of its own programme, and how far the points may be from the best. */
export async function measureProofs(cases: readonly Case[], _: Given): Promise<Table> {
  const rows: string[][] = [];
  for (const of of cases) {
    const { outcome, provenAt } = await proofsOf(of);
    const { cost, bound, gap } = outcome;
    const share = gap === undefined ? undefined : (100 * gap) / Math.max(cost[5], 1e-9);
    rows.push([
      of.name,
      costWords(cost),
      costWords(bound),
      ...[1, 4].map((tier) => (provenAt[tier] === undefined ? 'no' : took(provenAt[tier]))),
      gap === undefined ? 'tiers open' : `${gap} (${share!.toFixed(0)}%)`,
      took(outcome.seconds * 1000),
    ]);
  }
  return {
    name: 'proofs',
    head: [
      'week',
      'cost by tier',
      'proven floor',
      'musts and shoulds left out: proven',
      'tiers 1 to 5: proven',
      'gap in points',
      'build ended',
    ],
    rows,
  };
}
