import { type Cost, compareCosts } from '../../src/programme/programme.ts';
import type { Given } from './arguments.ts';
import { askRival } from './ask-rival.ts';
import { type Case, caseNamed, type Size } from './cases.ts';
import { inChild } from './child.ts';
import { type Step, searchLong } from './ours.ts';
import { costWords, type Table, took } from './tables.ts';

/** What the targets' table gives our own search (seconds). */
const ours: Readonly<Record<Size, number>> = { S: 2, M: 5, L: 15 };

/** Our own search in a process of its own, for so many seconds: its steps. */
async function long(name: string, seconds: number): Promise<readonly Step[]> {
  const steps: Step[] = [];
  await inChild(
    ['long', name, String(seconds)],
    { milliseconds: seconds * 1000 + 20_000, megabytes: 2000 },
    (line) => steps.push(line as Step),
  );
  return steps;
}

/** In the child. */
export const searchLongInChild = ([name, seconds]: readonly string[], write: (step: Step) => void): void => {
  searchLong(caseNamed(name!).review(), Number(seconds), write);
};

/** `equal`, or the first tier in which a cost is behind and by how much. */
export function behind(cost: Cost, best: Cost): string {
  if (compareCosts(cost, best) <= 0) return 'equal';
  const tier = cost.findIndex((c, t) => Math.abs(c - best[t]!) > 1e-9);
  const by = Math.round((cost[tier]! - best[tier]!) * 1000) / 1000;
  return tier === 5 ? `${by} points behind` : `${by} behind in tier ${tier + 1}`;
}

/**
 * The part `sixty`: what our search has in the seconds that the targets give it, against the best that any engine finds
 * in sixty, ours included.
 */
export async function measureSixty(cases: readonly Case[], given: Given): Promise<Table> {
  const { seconds = 60 } = given;
  const rows: string[][] = [];
  for (const of of cases) {
    const steps = await long(of.name, seconds);
    const inTime = steps.filter((s) => s.at <= ours[of.size] * 1000).at(-1);
    const found: { readonly by: string; readonly cost: Cost; readonly at: number }[] = steps
      .slice(-1)
      .map((s) => ({ by: 'ours', ...s }));
    for (const name of given.rivals) {
      const { cost, took: at } = await askRival(name, of, seconds * 1000);
      if (cost) found.push({ by: name, cost, at });
    }
    const [first, ...others] = found;
    if (!first || !inTime) continue;
    const best = others.reduce((a, b) => (compareCosts(b.cost, a.cost) < 0 ? b : a), first);
    rows.push([
      of.name,
      `${costWords(inTime.cost)} in ${ours[of.size]} s`,
      `${costWords(best.cost)} by ${best.by} in ${took(best.at)}`,
      behind(inTime.cost, best.cost),
      behind(first.cost, best.cost),
    ]);
  }
  return {
    name: 'sixty',
    head: [
      'week',
      'ours in the target’s time',
      `best of all in ${seconds} s`,
      'ours is',
      `ours in ${seconds} s is`,
    ],
    rows,
  };
}
