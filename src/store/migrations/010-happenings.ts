import type { Kysely, Migration } from 'kysely';

/** What happened while the week went on, and that the pairs of a day were agreed the evening before. */
export const happenings: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('happening')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('version', 'integer', (c) => c.notNull())
      .addColumn('review_id', 'text', (c) => c.notNull().references('review.id').onDelete('cascade'))
      .addColumn('kind', 'text', (c) => c.notNull())
      // A session, peer, room or site.
      .addColumn('about', 'text', (c) => c.notNull())
      .addColumn('from_minute', 'integer', (c) => c.notNull())
      .addColumn('to_minute', 'integer', (c) => c.notNull())
      // The session that came of it, where one did.
      .addColumn('adds', 'text')
      .addColumn('note', 'text', (c) => c.notNull())
      .addColumn('at_minute', 'integer', (c) => c.notNull())
      .addColumn('rehearsed', 'integer', (c) => c.notNull())
      .addColumn('state', 'text', (c) => c.notNull())
      .addColumn('signed_by', 'text', (c) => c.notNull())
      .addColumn('signed_at', 'text', (c) => c.notNull())
      .addColumn('settled_by', 'text')
      .addColumn('settled_at', 'text')
      .addColumn('draft_version', 'integer')
      .addColumn('release_number', 'integer')
      .execute();
    await db.schema
      .createIndex('happening_review')
      .on('happening')
      .columns(['review_id', 'signed_at'])
      .execute();
    await db.schema
      .createTable('pairs_agreed')
      .addColumn('review_id', 'text', (c) => c.notNull().references('review.id').onDelete('cascade'))
      .addColumn('day', 'integer', (c) => c.notNull())
      .addColumn('version', 'integer', (c) => c.notNull())
      .addColumn('draft_version', 'integer', (c) => c.notNull())
      .addColumn('signed_by', 'text', (c) => c.notNull())
      .addColumn('signed_at', 'text', (c) => c.notNull())
      .addPrimaryKeyConstraint('pairs_agreed_key', ['review_id', 'day'])
      .execute();
  },
};
