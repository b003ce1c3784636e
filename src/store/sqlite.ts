import { chmodSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { DatabaseSync, type DatabaseSyncInstance, type StatementSyncInstance } from '@photostructure/sqlite';
import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  Kysely,
  SqliteAdapter,
  type SqliteDatabase,
  SqliteDriver,
  SqliteIntrospector,
  SqliteQueryCompiler,
  sql,
} from 'kysely';
import type { Tables } from './schema.ts';

type Value = Parameters<StatementSyncInstance['all']>[number];

/** The embedded database as Kysely's own SQLite driver would have one (it was written for another package). */
const asKyselyExpects = (db: DatabaseSyncInstance): SqliteDatabase => ({
  close: () => db.close(),
  prepare(sql) {
    const statement = db.prepare(sql);
    return {
      reader: statement.columns().length > 0,
      all: (parameters) => statement.all(...(parameters as readonly Value[])),
      run: (parameters) => statement.run(...(parameters as readonly Value[])),
      iterate: (parameters) =>
        statement.iterate(...(parameters as readonly Value[])) as IterableIterator<unknown>,
    };
  },
});

/**
 * How long a write waits for another program to let go of the file, in milliseconds, and how often it looks; and how
 * long a statement on its own does, which holds up the whole process.
 */
const patience = { whole: 5_000, step: 50, single: 200 };

const codeOf = (error: unknown): unknown => (error as { readonly sqliteCodeName?: unknown }).sqliteCodeName;

/**
 * Takes the write lock at once: a transaction that begins by reading can't be overtaken and then refused. Where another
 * program has it, this waits without holding up the whole process, as the database's own waiting would.
 */
class ImmediateDriver extends SqliteDriver {
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    const run = (sql: string) => connection.executeQuery(CompiledQuery.raw(sql));
    await run('pragma busy_timeout = 0');
    try {
      for (const end = Date.now() + patience.whole; ; await setTimeout(patience.step)) {
        try {
          await run('begin immediate');
          return;
        } catch (error) {
          if (codeOf(error) !== 'SQLITE_BUSY' || Date.now() > end) throw error;
        }
      }
    } finally {
      await run(`pragma busy_timeout = ${patience.single}`);
    }
  }

  /** A full disk has ended the transaction already: the error to tell of is the first one. */
  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    await super.rollbackTransaction(connection).catch((error: unknown) => {
      if (!String(error).includes('no transaction is active')) throw error;
    });
  }
}

/** SQLite rolls back changes of tables too, so that a migration is all or nothing. */
class TransactionalAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

/**
 * Opens (and makes, where there is none) the one-file database, `:memory:` for a database of the moment. What it
 * says is on the disk is on the disk. The folder and file are the owner's alone: they hold names and diaries.
 */
export function openSqlite(file: string): Kysely<Tables> {
  if (file !== ':memory:') mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const db = new DatabaseSync(file);
  if (file !== ':memory:') chmodSync(file, 0o600);
  db.exec(
    // secure_delete: what is erased is overwritten, not only unlinked.
    'pragma busy_timeout = 5000; pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = on; pragma trusted_schema = off; pragma secure_delete = on',
  );
  const dialect: Dialect = {
    createAdapter: () => new TransactionalAdapter(),
    createDriver: () => new ImmediateDriver({ database: asKyselyExpects(db) }),
    createIntrospector: (kysely) => new SqliteIntrospector(kysely),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  };
  return new Kysely<Tables>({ dialect });
}

/**
 * Takes out of a file's journal what was deleted or changed, which would otherwise stand there until it is written
 * over. (What stood in the file itself is overwritten as it goes.) Nothing to do for another database.
 */
export async function trulyGone(db: Kysely<Tables>): Promise<void> {
  if (db.getExecutor().adapter instanceof TransactionalAdapter)
    await sql`pragma wal_checkpoint(truncate)`.execute(db);
}
