import { engine } from '../../solver/host/engine.ts';
import type { Given } from './arguments.ts';
import { type Case, caseNamed, sizes } from './cases.ts';
import { inChild } from './child.ts';
import { middle, type Table } from './tables.ts';

/** The most memory that this process has had, in MB. */
const most = (): number => process.resourceUsage().maxRSS / 1024;

/** In the child: one build, as the product makes it, or nothing but Node itself. */
export async function buildInChild([what, name]: readonly string[], write: (line: unknown) => void) {
  if (what === 'build') await engine(1)(caseNamed(name!).review(), { seed: 1 });
  write({ most: most() });
}

async function memoryOf(...args: readonly string[]): Promise<number | undefined> {
  let found: number | undefined;
  await inChild(['memory', ...args], { milliseconds: 120_000, megabytes: 5000 }, (line) => {
    found = (line as { most: number }).most;
  });
  return found;
}

const megabytes = (n: number | undefined): string => (n === undefined ? 'none' : `${Math.round(n)} MB`);

/**
 * The part `memory`: a process of its own makes one build, threads and proof and all; what is said is the most that it
 * had at any moment, less what a process has that loads the same code and does nothing.
 */
export async function measureMemory(cases: readonly Case[], _: Given): Promise<Table> {
  const node = (await memoryOf('nothing')) ?? 0;
  const rows: string[][] = [];
  for (const size of sizes) {
    const above: number[] = [];
    for (const { name } of cases.filter((c) => c.size === size)) {
      const all = await memoryOf('build', name);
      if (all !== undefined) above.push(all - node);
    }
    if (above.length > 0)
      rows.push([size, String(above.length), megabytes(middle(above)), megabytes(Math.max(...above))]);
  }
  return {
    name: 'memory',
    head: ['size', 'builds', 'above Node’s own, in the middle', 'at most'],
    rows,
    notes: [`A process that loads the code and does nothing has ${megabytes(node)}.`],
  };
}
