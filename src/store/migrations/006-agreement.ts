import { type Kysely, type Migration, PostgresAdapter, sql } from 'kysely';

const refusal = 'A release is never altered';

/** SQLite has triggers with a condition; PostgreSQL wants a function. Both refuse unless the transaction says why not. */
async function freeze(db: Kysely<unknown>): Promise<void> {
  if (!(db.getExecutor().adapter instanceof PostgresAdapter)) {
    for (const what of ['update', 'delete'])
      await sql
        .raw(
          `create trigger release_no_${what} before ${what} on "release" when not exists (select 1 from unfrozen) begin select raise(abort, '${refusal}'); end`,
        )
        .execute(db);
    return;
  }
  await sql
    .raw(
      `create function release_frozen() returns trigger language plpgsql as $$ begin if not exists (select 1 from unfrozen) then raise exception '${refusal}'; end if; if tg_op = 'DELETE' then return old; end if; return new; end $$`,
    )
    .execute(db);
  await sql
    .raw(
      'create trigger release_frozen before update or delete on "release" for each row execute function release_frozen()',
    )
    .execute(db);
}

/** Sharing, comments, and releases that the database itself keeps from being altered. */
export const agreement: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('agreement')
      .addColumn('review_id', 'text', (c) => c.primaryKey().references('review.id').onDelete('cascade'))
      .addColumn('version', 'integer', (c) => c.notNull())
      .addColumn('stage', 'text', (c) => c.notNull())
      .addColumn('programme_version', 'integer', (c) => c.notNull())
      .addColumn('signed_by', 'text', (c) => c.notNull())
      .addColumn('signed_at', 'text', (c) => c.notNull())
      .addColumn('note', 'text', (c) => c.notNull())
      .execute();
    await db.schema
      .createTable('release')
      .addColumn('review_id', 'text', (c) => c.notNull().references('review.id').onDelete('cascade'))
      .addColumn('number', 'integer', (c) => c.notNull())
      .addColumn('programme_version', 'integer', (c) => c.notNull())
      .addColumn('review_file', 'text', (c) => c.notNull())
      .addColumn('programme_file', 'text', (c) => c.notNull())
      .addColumn('hash', 'text', (c) => c.notNull())
      .addColumn('signed_by', 'text', (c) => c.notNull())
      .addColumn('signed_at', 'text', (c) => c.notNull())
      .addColumn('note', 'text', (c) => c.notNull())
      .addPrimaryKeyConstraint('release_key', ['review_id', 'number'])
      .execute();
    await db.schema
      .createTable('comment')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('version', 'integer', (c) => c.notNull())
      .addColumn('review_id', 'text', (c) => c.notNull().references('review.id').onDelete('cascade'))
      .addColumn('about', 'text', (c) => c.notNull())
      .addColumn('about_id', 'text')
      .addColumn('answers', 'text')
      .addColumn('text', 'text', (c) => c.notNull())
      .addColumn('signed_by', 'text', (c) => c.notNull())
      .addColumn('signed_at', 'text', (c) => c.notNull())
      .addColumn('settled_by', 'text')
      .addColumn('settled_at', 'text')
      .execute();
    await db.schema.createIndex('comment_review').on('comment').columns(['review_id', 'signed_at']).execute();
    // Holds a row only within a transaction that may alter releases: a purge, an erasure, a restore.
    await db.schema
      .createTable('unfrozen')
      .addColumn('reason', 'text', (c) => c.primaryKey())
      .execute();
    await freeze(db);
  },
};
