import { join } from 'node:path';

/** Whether this names a PostgreSQL database, not a file. */
export const isPostgres = (where: string): boolean => /^postgres(ql)?:\/\//i.test(where);

const own = ['', 'localhost', '127.0.0.1', '[::1]', '::1'];

/**
 * Whether a PostgreSQL address leads to another computer and says nothing of TLS, so that whatever is asked and answered
 * could be read, and changed, on the way. Who has a safe way there says so: `sslmode=disable`.
 */
export function goesOpen(where: string): boolean {
  if (!isPostgres(where) || !URL.canParse(where)) return false;
  const { hostname, searchParams } = new URL(where);
  const host = searchParams.get('host') ?? hostname;
  if (own.includes(host.toLowerCase()) || host.startsWith('/')) return false;
  return !['sslmode', 'ssl', 'sslrootcert', 'sslcert'].some((name) => searchParams.has(name));
}

/** The database of a folder of data; a PostgreSQL address stays as it is. */
export const databaseIn = (where: string): string => (isPostgres(where) ? where : join(where, 'peerweek.db'));

/** Where the data is, in words that hold no password: the folder, or the server and its database. */
export function whereWords(where: string): string {
  if (!isPostgres(where)) return where;
  if (!URL.canParse(where)) return 'the PostgreSQL database that DATABASE_URL names';
  const { hostname, port, pathname, searchParams } = new URL(where);
  const host = searchParams.get('host') ?? `${hostname || 'localhost'}${port && `:${port}`}`;
  return `the PostgreSQL database “${decodeURIComponent(pathname.slice(1))}” at ${host}`;
}
