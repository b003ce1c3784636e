import { spawn } from 'node:child_process';
import { isPostgres } from '../../src/store/where.ts';

/** The product itself in a process of its own, as an administrator starts it. */
export interface Instance {
  readonly url: string;
  /** Of its process. */
  readonly pid: number;
  /** Ends it in order. */
  readonly stop: () => Promise<void>;
  /** Ends it from one moment to the next (`kill -9`). */
  readonly kill: () => Promise<void>;
}

/** Starts `dist/cli.js serve` on a port of its own, over a folder or a PostgreSQL by its address. */
export async function startInstance(data: string): Promise<Instance> {
  const child = spawn(
    process.execPath,
    ['dist/cli.js', 'serve', '--port', '0', ...(isPostgres(data) ? [] : ['--data', data])],
    {
      env: { ...process.env, LOG_LEVEL: 'silent', ...(isPostgres(data) && { DATABASE_URL: data }) },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  let said = '';
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      const m = /Peerweek is at (http:\S+)/.exec(said);
      if (m) resolve(m[1]!);
    });
    child.once('exit', () => reject(new Error(`The server ended: ${said}`)));
  });
  const end = (signal: 'SIGTERM' | 'SIGKILL') => async () => {
    child.kill(signal);
    await gone;
  };
  return { url, pid: child.pid ?? 0, stop: end('SIGTERM'), kill: end('SIGKILL') };
}
