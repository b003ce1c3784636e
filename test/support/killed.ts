import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';

/** A program that writes as fast as it can, and says each thing that was confirmed on a line of its own. */
export interface Writer {
  /**
   * Has it write to a database until it is killed with `kill -9`, some milliseconds after the first thing that was
   * confirmed; `kill` ends what else is to end then. Gives what was confirmed, line by line.
   */
  readonly writeAndKill: (
    where: string,
    moments: number,
    kill?: () => Promise<void>,
  ) => Promise<readonly string[]>;
  readonly remove: () => void;
}

/** `entry`: its file. What follows the database on its command line: `args`. */
export async function writerOf(entry: string, name: string, args: readonly string[] = []): Promise<Writer> {
  // Beside the dependencies, so that they are found from there.
  const outfile = join(import.meta.dirname, '../../dist', `${name}-${process.pid}.mjs`);
  await build({
    entryPoints: [entry],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    logLevel: 'warning',
  });
  return {
    remove: () => rmSync(outfile, { force: true }),
    async writeAndKill(where, moments, kill) {
      const child = spawn(process.execPath, [outfile, where, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
      let [said, wrong] = ['', ''];
      const ended = new Promise((resolve) => child.once('close', resolve));
      child.stderr.on('data', (chunk) => {
        wrong += chunk;
      });
      await new Promise<void>((resolve) => {
        child.stdout.on('data', (chunk) => {
          if (said === '') setTimeout(resolve, moments);
          said += chunk;
        });
        child.once('close', () => resolve());
      });
      const killed = kill?.();
      child.kill('SIGKILL');
      await Promise.all([ended, killed]);
      if (said === '') throw new Error(`Nothing was written: ${wrong}`);
      // What stands behind the last line break was cut off in the middle of a line.
      return said.slice(0, said.lastIndexOf('\n')).split('\n');
    },
  };
}

/** A different moment each round, from at once to a third of a second. */
export const momentOf = (round: number): number => (round * 67) % 331;
