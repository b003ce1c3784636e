import type { Kysely, Migration } from 'kysely';

/** Until when a review is kept, who looked at it, and which reviews were purged. */
export const dataProtection: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('retention')
      .addColumn('review_id', 'text', (c) => c.primaryKey().references('review.id').onDelete('cascade'))
      .addColumn('version', 'integer', (c) => c.notNull())
      .addColumn('until', 'text')
      .execute();
    // One row an hour for the same person, page and doing, so that it does not grow with every click.
    await db.schema
      .createTable('access_log')
      .addColumn('review_id', 'text', (c) => c.notNull().references('review.id').onDelete('cascade'))
      .addColumn('who', 'text', (c) => c.notNull())
      .addColumn('what', 'text', (c) => c.notNull())
      .addColumn('page', 'text', (c) => c.notNull())
      .addColumn('hour', 'text', (c) => c.notNull())
      .addColumn('times', 'integer', (c) => c.notNull())
      .addColumn('first_at', 'text', (c) => c.notNull())
      .addColumn('last_at', 'text', (c) => c.notNull())
      .addPrimaryKeyConstraint('access_log_key', ['review_id', 'who', 'what', 'page', 'hour'])
      .execute();
    await db.schema
      .createIndex('access_log_last')
      .on('access_log')
      .columns(['review_id', 'last_at'])
      .execute();
    // What is left of a review: that it was purged. Names nobody, refers to nothing.
    await db.schema
      .createTable('purged')
      .addColumn('review_id', 'text', (c) => c.notNull())
      .addColumn('purged_at', 'text', (c) => c.notNull())
      .addColumn('why', 'text', (c) => c.notNull())
      .addPrimaryKeyConstraint('purged_key', ['review_id', 'purged_at'])
      .execute();
  },
};
