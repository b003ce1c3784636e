import { copyFileSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { clearAll, copyAll, countAll } from './copy.ts';
import { openDatabase } from './database.ts';
import { migrate, stepNames } from './migrations/migrate.ts';
import { openSqlite } from './sqlite.ts';
import { unfrozen } from './unfrozen.ts';

export type Restored =
  | { readonly ok: true; readonly reviews: number }
  /**
   * No such file; not a backup of ours, or one that is damaged; made by a newer Peerweek; or there is data already, so that nothing
   * was touched.
   */
  | { readonly ok: false; readonly why: 'no file' | 'no backup' | 'damaged' | 'newer' | 'data there' };

/** What is wrong with a file as a backup; undefined where nothing is. Only reads. */
function wrongWith(file: string): 'no file' | 'no backup' | 'damaged' | 'newer' | undefined {
  if (!statSync(file, { throwIfNoEntry: false })?.isFile()) return 'no file';
  let db: InstanceType<typeof DatabaseSync> | undefined;
  try {
    db = new DatabaseSync(file, { readOnly: true });
    const steps = db.prepare('select name from kysely_migration').all() as { name: string }[];
    const known = stepNames();
    if (steps.length === 0) return 'no backup';
    if (steps.some(({ name }) => !known.includes(name))) return 'newer';
    const [checked] = db.prepare('pragma integrity_check').all() as { integrity_check: string }[];
    const dangling = db.prepare('pragma foreign_key_check').all();
    return checked?.integrity_check === 'ok' && dangling.length === 0 ? undefined : 'damaged';
  } catch (error) {
    const code = ((error as { readonly sqliteCode?: number }).sqliteCode ?? 0) & 0xff;
    // https://www.sqlite.org/rescode.html: 11 malformed; 1 has other tables; 26 no database at all.
    if (code === 11) return 'damaged';
    if (code === 1 || code === 26) return 'no backup';
    throw error;
  } finally {
    db?.close();
  }
}

/**
 * Puts a backup where the data is kept: all of it, or nothing. Where there is data already, only with `replace`, and
 * then in its place. An older backup is brought to the newest shape; its file is not touched.
 */
export async function restore(
  file: string,
  where: string,
  { replace }: { readonly replace: boolean },
): Promise<Restored> {
  const why = wrongWith(file);
  if (why) return { ok: false, why };
  const folder = mkdtempSync(join(tmpdir(), 'peerweek-restore-'));
  try {
    const copy = join(folder, 'backup.db');
    copyFileSync(file, copy);
    return await restoreFrom(copy, where, replace);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function restoreFrom(copy: string, where: string, replace: boolean): Promise<Restored> {
  const from = openSqlite(copy);
  try {
    await migrate(from);
    const to = await openDatabase(where);
    try {
      await migrate(to);
      return await to.transaction().execute(async (writing) => {
        if ((await countAll(writing)) > 0) {
          if (!replace) return { ok: false, why: 'data there' };
          await unfrozen(writing, 'restore', () => clearAll(writing));
        }
        await copyAll(from, writing);
        const reviews = await writing.selectFrom('review').select('id').execute();
        return { ok: true, reviews: reviews.length };
      });
    } finally {
      await to.destroy();
    }
  } finally {
    await from.destroy();
  }
}
