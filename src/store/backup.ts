import { closeSync, existsSync, fsyncSync, openSync, rmSync } from 'node:fs';
import { DatabaseSync } from '@photostructure/sqlite';
import { copyAll } from './copy.ts';
import { openDatabase } from './database.ts';
import { migrate } from './migrations/migrate.ts';
import type { Database } from './schema.ts';
import { openSqlite } from './sqlite.ts';
import { isPostgres } from './where.ts';

export type BackedUp =
  | { readonly ok: true }
  | { readonly ok: false; readonly why: 'there already' | 'no data' };

/**
 * Writes everything that is kept into one SQLite file, wherever it is kept, as it is at one moment: whoever works on it
 * meanwhile is not held up. What was erased before is not in it. The file is its owner's alone.
 */
export async function backup(where: string, file: string): Promise<BackedUp> {
  if (!isPostgres(where) && !existsSync(where)) return { ok: false, why: 'no data' };
  if (!makeEmpty(file)) return { ok: false, why: 'there already' };
  try {
    if (isPostgres(where)) await fromPostgres(where, file);
    else compact(where, file);
    onDisk(file);
    return { ok: true };
  } catch (error) {
    rmSync(file, { force: true });
    throw error;
  }
}

/** An empty file of the owner's alone; false where there is one of that name. */
function makeEmpty(file: string): boolean {
  try {
    closeSync(openSync(file, 'wx', 0o600));
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/** A compact copy, as it is at the moment. */
function compact(from: string, to: string): void {
  const db = new DatabaseSync(from);
  try {
    db.exec('pragma busy_timeout = 5000');
    db.prepare('vacuum into ?').run(to);
  } finally {
    db.close();
  }
}

function onDisk(file: string): void {
  const handle = openSync(file, 'r+');
  fsyncSync(handle);
  closeSync(handle);
}

async function fromPostgres(url: string, file: string): Promise<void> {
  const beside = `${file}.part`;
  const [from, to] = [await openDatabase(url), openSqlite(beside)];
  try {
    await migrate(from);
    await migrate(to);
    await from
      .transaction()
      .setIsolationLevel('repeatable read')
      .setAccessMode('read only')
      .execute((moment) => to.transaction().execute((writing) => copyAll(moment as Database, writing)));
  } finally {
    await Promise.all([from.destroy(), to.destroy()]);
  }
  compact(beside, file);
  rmSync(beside);
}
