import type { Database } from './schema.ts';
import { openSqlite } from './sqlite.ts';
import { goesOpen, isPostgres } from './where.ts';

/**
 * The database behind a store, as it is found: a file, `:memory:`, or a `postgresql://` address. Rejects, before anything
 * is sent, where that leads to another computer without TLS and does not say that it is meant to.
 */
export async function openDatabase(where: string): Promise<Database> {
  if (!isPostgres(where)) return openSqlite(where);
  if (goesOpen(where)) throw Object.assign(new Error('No TLS to the database'), { code: 'NO_TLS' });
  // Loaded where it is asked for: most have a file.
  const { openPostgres } = await import('./postgres.ts');
  return openPostgres(where);
}
