import { execFileSync } from 'node:child_process';
import { runInThisContext } from 'node:vm';
import { engine } from '../../solver/host/engine.ts';
import type { Given } from './arguments.ts';
import { type Case, caseNamed, sizes } from './cases.ts';
import { inChild } from './child.ts';
import { middle, type Table } from './tables.ts';

/**
 * The most memory that a process has had, in MB, as a line that Node can be given by itself too. Where the system says
 * it of the process alone (Linux), from there: `resourceUsage` may have what the process had that started this one.
 */
const MOST = `(() => {
  const { readFileSync, existsSync } = process.getBuiltinModule('node:fs');
  const status = '/proc/self/status';
  const own = existsSync(status) && /VmHWM:\\s+(\\d+) kB/.exec(readFileSync(status, 'utf8'));
  return (own ? Number(own[1]) : process.resourceUsage().maxRSS) / 1024;
})()`;

/** In the child: one build, as the product makes it. */
export async function buildInChild([name]: readonly string[], write: (line: unknown) => void): Promise<void> {
  await engine(1)(caseNamed(name!).review(), { seed: 1 });
  write({ most: runInThisContext(MOST) });
}

/** What Node has that does nothing. */
const bare = (): number => Number(execFileSync(process.execPath, ['--print', MOST], { encoding: 'utf8' }));

async function memoryOf(name: string): Promise<number | undefined> {
  let found: number | undefined;
  await inChild(['memory', name], { milliseconds: 120_000, megabytes: 5000 }, (line) => {
    found = (line as { most: number }).most;
  });
  return found;
}

const megabytes = (n: number | undefined): string => (n === undefined ? 'none' : `${Math.round(n)} MB`);

/**
 * The part `memory`: a process of its own makes one build, threads and proof and all; what is said is the most that it
 * had at any moment, less what Node has that does nothing.
 */
export async function measureMemory(cases: readonly Case[], _: Given): Promise<Table> {
  const node = bare();
  const rows: string[][] = [];
  for (const size of sizes) {
    const above: number[] = [];
    for (const { name } of cases.filter((c) => c.size === size)) {
      const all = await memoryOf(name);
      if (all !== undefined) above.push(all - node);
    }
    if (above.length > 0)
      rows.push([size, String(above.length), megabytes(middle(above)), megabytes(Math.max(...above))]);
  }
  return {
    name: 'memory',
    head: ['size', 'builds', 'above Node’s own, in the middle', 'at most'],
    rows,
    notes: [`Node by itself has ${megabytes(node)}.`],
  };
}
