import { readFileSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import type { Cost } from '../../src/programme/programme.ts';

/** A table as it is printed and as it stands in the README, between marks of this name. */
export interface Table {
  readonly name: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Sentences below it. */
  readonly notes?: readonly string[];
}

export const markdown = ({ head, rows, notes = [] }: Table): string =>
  [[head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n'), ...notes].join(
    '\n\n',
  );

/** Milliseconds in words: `3.1 ms`, `340 ms`, `12 s`. */
export const took = (ms: number | undefined): string =>
  ms === undefined
    ? 'never'
    : ms < 10
      ? `${ms.toFixed(1)} ms`
      : ms < 1000
        ? `${ms.toFixed(0)} ms`
        : `${(ms / 1000).toFixed(ms < 10_000 ? 1 : 0)} s`;

export const costWords = (cost: Cost | undefined): string => (cost ? cost.join(' ') : 'none');

export const times = (ratio: number): string => `${ratio < 10 ? ratio.toFixed(1) : ratio.toFixed(0)}×`;

/** The middle one; of an even number the higher of the two in the middle. */
export const middle = (numbers: readonly number[]): number | undefined =>
  [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];

/** Day and machine, for above a table. */
export const where = (now: Date): string => {
  const day = now.toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric' });
  return `${day}, ${cpus().length} × ${cpus()[0]?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}`;
};

/** Writes a table into the README, in place of the one of its name. */
export function intoReadme(table: Table, now: Date): void {
  const readme = join(import.meta.dirname, '../../README.md');
  const text = readFileSync(readme, 'utf8');
  const [open, close] = [`<!-- bench ${table.name} -->`, `<!-- /bench ${table.name} -->`];
  const [from, to] = [text.indexOf(open), text.indexOf(close)];
  if (from < 0 || to < from) throw new Error(`The README has no ${open} … ${close}.`);
  writeFileSync(
    readme,
    `${text.slice(0, from + open.length)}\n\n_${where(now)}_\n\n${markdown(table)}\n\n${text.slice(to)}`,
  );
}
