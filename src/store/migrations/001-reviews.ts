import type { Kysely, Migration } from 'kysely';

/** Reviews, their programmes, private links to a peer's week, and the history. */
export const reviews: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('review')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('version', 'integer', (c) => c.notNull())
      .addColumn('council', 'text', (c) => c.notNull())
      .addColumn('first_day', 'text', (c) => c.notNull())
      .addColumn('file', 'text', (c) => c.notNull())
      .addColumn('saved_at', 'text', (c) => c.notNull())
      .execute();
    await db.schema
      .createTable('programme')
      .addColumn('review_id', 'text', (c) => c.primaryKey().references('review.id'))
      .addColumn('version', 'integer', (c) => c.notNull())
      .addColumn('review_version', 'integer', (c) => c.notNull())
      .addColumn('file', 'text', (c) => c.notNull())
      .addColumn('answer', 'text')
      .addColumn('saved_at', 'text', (c) => c.notNull())
      .execute();
    await db.schema
      .createTable('feed_token')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('version', 'integer', (c) => c.notNull())
      .addColumn('hash', 'text', (c) => c.notNull().unique())
      .addColumn('review_id', 'text', (c) => c.notNull().references('review.id'))
      .addColumn('person', 'text', (c) => c.notNull())
      .addColumn('issued_at', 'text', (c) => c.notNull())
      .addColumn('fetched_at', 'text')
      .addColumn('revoked_at', 'text')
      .execute();
    await db.schema
      .createIndex('feed_token_review')
      .on('feed_token')
      .columns(['review_id', 'issued_at'])
      .execute();
    // No reference to the review: its history is to outlive it until both are purged.
    await db.schema
      .createTable('history')
      .addColumn('review_id', 'text', (c) => c.notNull())
      .addColumn('thing', 'text', (c) => c.notNull())
      .addColumn('thing_id', 'text', (c) => c.notNull())
      .addColumn('version', 'integer', (c) => c.notNull())
      .addColumn('what', 'text', (c) => c.notNull())
      .addColumn('signed_by', 'text', (c) => c.notNull())
      .addColumn('signed_at', 'text', (c) => c.notNull())
      .addColumn('why', 'text', (c) => c.notNull())
      .addColumn('file', 'text')
      .addPrimaryKeyConstraint('history_key', ['thing', 'thing_id', 'version'])
      .execute();
    await db.schema.createIndex('history_review').on('history').columns(['review_id', 'signed_at']).execute();
  },
};
