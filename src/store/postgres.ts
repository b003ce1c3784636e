import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { Tables } from './schema.ts';

/** How long somebody waits at most, in milliseconds, before they are told that the database does not answer. */
const patience = { connect: 5_000, lock: 5_000, statement: 30_000 };

/** Side by side at most; as many again for each further instance of Peerweek on the same database. */
const CONNECTIONS = 10;

/**
 * A pool of connections to the PostgreSQL that `url` names (`postgresql://user:password@host/database`). Connects when
 * it is first asked something. A connection that breaks while nobody uses it is replaced: the next question has another.
 */
export function openPostgres(url: string): Kysely<Tables> {
  const pool = new pg.Pool({
    connectionString: url,
    max: CONNECTIONS,
    connectionTimeoutMillis: patience.connect,
    lock_timeout: patience.lock,
    statement_timeout: patience.statement,
    idle_in_transaction_session_timeout: patience.statement,
    application_name: 'Peerweek',
  });
  // Without a listener Node would end the process; whoever asks next meets the error itself, or a new connection.
  pool.on('error', () => {});
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
}
