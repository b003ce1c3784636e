import type { Database } from './schema.ts';
import { openSqlite } from './sqlite.ts';
import { isPostgres } from './where.ts';

/** The database behind a store, as it is found: a file, `:memory:`, or a `postgresql://` address. */
export async function openDatabase(where: string): Promise<Database> {
  if (!isPostgres(where)) return openSqlite(where);
  // Loaded where it is asked for: most have a file.
  const { openPostgres } = await import('./postgres.ts');
  return openPostgres(where);
}
