import { execFileSync, spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import pg from 'pg';

/* A real PostgreSQL of a test's own: a folder of the moment, a socket in it, no port of the network. */

/** Where Debian and others put the server's programs, the newest first; undefined where there is no server. */
export function postgresPrograms(): string | undefined {
  const home = '/usr/lib/postgresql';
  const versions = existsSync(home) ? readdirSync(home).sort((a, b) => Number(b) - Number(a)) : [];
  return versions
    .map((version) => join(home, version, 'bin'))
    .find((folder) => existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'postgres')));
}

/** PostgreSQL refuses to run as root: then it runs as the user that its package made. */
function asWhom(): { readonly uid?: number; readonly gid?: number } {
  if (process.getuid?.() !== 0) return {};
  const id = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
}

export interface Postgres {
  /** A new, empty database, by its address. */
  readonly database: () => Promise<string>;
  /** Asks a database, past the product. */
  readonly ask: (url: string, sql: string) => Promise<readonly Record<string, unknown>[]>;
  /** Ends the server and everything of it from one moment to the next, as a power cut would. */
  readonly kill: () => Promise<void>;
  /** Starts it again over the same folder. */
  readonly start: () => Promise<void>;
  readonly remove: () => Promise<void>;
}

/**
 * Starts a server. `durable`: it waits for the disk at each commit, as a real one does; otherwise it saves that time.
 */
export async function startPostgres({ durable = false } = {}): Promise<Postgres> {
  const programs = postgresPrograms();
  if (!programs) throw new Error('There is no PostgreSQL on this machine');
  const who = asWhom();
  const folder = mkdtempSync(join(tmpdir(), 'pw-pg-'));
  const data = join(folder, 'data');
  chmodSync(folder, 0o700);
  if (who.uid !== undefined) execFileSync('chown', [`${who.uid}:${who.gid}`, folder]);
  const initdb = [
    '-D',
    data,
    '-U',
    'peerweek',
    '-A',
    'trust',
    '-E',
    'UTF8',
    '--locale=C.UTF-8',
    '--no-sync',
    '--no-instructions',
  ];
  execFileSync(join(programs, 'initdb'), initdb, { ...who, cwd: folder, stdio: 'ignore' });
  const settings = {
    listen_addresses: '',
    unix_socket_directories: folder,
    fsync: durable ? 'on' : 'off',
    shared_buffers: '32MB',
    max_connections: '60',
    logging_collector: 'off',
  };
  const address = (name: string) =>
    `postgresql://peerweek@localhost/${name}?host=${encodeURIComponent(folder)}`;
  const ask: Postgres['ask'] = async (url, sql) => {
    const client = new pg.Client(url);
    client.on('error', () => {});
    await client.connect();
    try {
      return (await client.query<Record<string, unknown>>(sql)).rows;
    } finally {
      await client.end();
    }
  };
  let child: ReturnType<typeof spawn> | undefined;
  const isOver = () => !child || child.exitCode !== null || child.signalCode !== null;
  const start = async () => {
    const options = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
    for (let tries = 0; ; tries++) {
      // Killed a moment ago, it may have left processes that hold its memory until they notice: then a new one ends at once.
      if (isOver())
        // A process group of its own, so that it can be ended whole.
        child = spawn(join(programs, 'postgres'), ['-D', data, ...options], {
          ...who,
          cwd: folder,
          detached: true,
          stdio: 'ignore',
        });
      try {
        await ask(address('postgres'), 'select 1');
        return;
      } catch (error) {
        if (tries === 600) throw error;
        await setTimeout(50);
      }
    }
  };
  const kill = async () => {
    if (!child?.pid || isOver()) return;
    const gone = new Promise((resolve) => child?.once('exit', resolve));
    process.kill(-child.pid, 'SIGKILL');
    await gone;
    child = undefined;
  };
  process.once('exit', () => child?.pid && !isOver() && process.kill(-child.pid, 'SIGKILL'));
  await start();
  let made = 0;
  return {
    async database() {
      const name = `t${++made}`;
      await ask(address('postgres'), `create database ${name}`);
      return address(name);
    },
    ask,
    kill,
    start,
    async remove() {
      await kill();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
