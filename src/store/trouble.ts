/**
 * What can stop a database that is itself in order: the disk is full or failing; another program has the lock; it does
 * not answer; it may only be read; it lets nobody in under this name and password; it is a newer Peerweek's; the way to
 * it could be read by anybody.
 */
export type Trouble = 'full' | 'busy' | 'unreachable' | 'read-only' | 'refused' | 'newer' | 'open';

/** SQLite's primary result codes (https://www.sqlite.org/rescode.html). */
const ofSqlite: Readonly<Record<number, Trouble>> = {
  5: 'busy',
  6: 'busy',
  8: 'read-only',
  // A write that the system refused: a limit on the file's size, a failing disk.
  10: 'full',
  13: 'full',
  14: 'unreachable',
};

/** Of PostgreSQL (its manual, appendix A) by code or class, and of the system calls below it. */
const ofCode: Readonly<Record<string, Trouble>> = {
  '08': 'unreachable',
  '28': 'refused',
  '3D': 'refused',
  '40': 'busy',
  '53': 'busy',
  '53100': 'full',
  '55P03': 'busy',
  '57014': 'busy',
  '57P01': 'unreachable',
  '57P02': 'unreachable',
  '57P03': 'unreachable',
  '25006': 'read-only',
  '25P03': 'busy',
  NEWER: 'newer',
  NO_TLS: 'open',
  ENOSPC: 'full',
  EDQUOT: 'full',
  EFBIG: 'full',
  ECONNREFUSED: 'unreachable',
  ECONNRESET: 'unreachable',
  ENOTFOUND: 'unreachable',
  ETIMEDOUT: 'unreachable',
  EPIPE: 'unreachable',
  EAI_AGAIN: 'unreachable',
};

/** What pg says without a code. */
const ofWords: readonly (readonly [RegExp, Trouble])[] = [
  [/^Connection terminated/, 'unreachable'],
  [/^timeout exceeded when trying to connect$/, 'unreachable'],
];

interface Facts {
  readonly sqliteCode?: unknown;
  readonly code?: unknown;
  readonly cause?: unknown;
}

/** Which trouble an error tells of, its causes looked through; undefined for a fault of our own. */
export function troubleOf(error: unknown): Trouble | undefined {
  if (!(error instanceof Error)) return undefined;
  const { sqliteCode, code, cause } = error as Facts;
  const found =
    (typeof sqliteCode === 'number' ? ofSqlite[sqliteCode & 0xff] : undefined) ??
    (typeof code === 'string' ? (ofCode[code] ?? ofCode[code.slice(0, 2)]) : undefined) ??
    ofWords.find(([words]) => words.test(error.message))?.[1];
  return found ?? troubleOf(cause);
}
