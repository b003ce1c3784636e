import { execFileSync, spawn } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');
const bundle = join(root, 'dist/cli.js');

/** Bundles the command where it is missing or older than a source: `npm test` has done so, an editor's run may not. */
export function bundled(): void {
  const sources = ['src', 'solver', 'web'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => statSync(join(root, folder, name)).mtimeMs),
  );
  if (existsSync(bundle) && statSync(bundle).mtimeMs >= Math.max(...sources)) return;
  execFileSync('node', ['build.config.mjs'], { cwd: root, stdio: 'ignore' });
}

export interface Ran {
  readonly exit: number | null;
  readonly out: string;
  /** Lines of what was said to be wrong. */
  readonly err: readonly string[];
}

export interface Running {
  readonly done: Promise<Ran>;
  /** Resolves once the answer so far holds this. */
  readonly says: (text: string) => Promise<string>;
  readonly kill: (signal: 'SIGINT' | 'SIGTERM') => void;
}

/** Starts the real command in a process of its own, from the root of the repository. */
export function start(...args: readonly string[]): Running {
  const child = spawn(process.execPath, [bundle, ...args], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
  let [out, err] = ['', ''];
  const listeners: (() => void)[] = [];
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text;
    for (const listener of listeners) listener();
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    err += text;
  });
  const done = new Promise<Ran>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (exit) => resolve({ exit, out, err: err.split('\n').filter((line) => line !== '') }));
  });
  const says = (text: string) =>
    new Promise<string>((resolve, reject) => {
      const look = () => {
        if (out.includes(text)) resolve(out);
      };
      listeners.push(look);
      look();
      done.then(() => reject(new Error(`It ended without saying “${text}”: ${out}${err}`)));
    });
  return { done, says, kill: (signal) => void child.kill(signal) };
}

/** Runs the real command to its end. */
export const peerweek = (...args: readonly string[]): Promise<Ran> => start(...args).done;
