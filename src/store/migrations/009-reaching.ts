import type { Kysely, Migration } from 'kysely';

/** Links of several kinds, letters with something attached, who was told of which release, and who can't come after all. */
export const reaching: Migration = {
  async up(db: Kysely<unknown>) {
    // Until now all were of peers.
    await db.schema
      .alterTable('feed_token')
      .addColumn('kind', 'text', (c) => c.notNull().defaultTo('peer'))
      .execute();
    // JSON: a list of files, each with its name, type and text.
    await db.schema.alterTable('message').addColumn('attached', 'text').execute();
    await db.schema
      .createTable('told')
      .addColumn('review_id', 'text', (c) => c.notNull().references('review.id').onDelete('cascade'))
      .addColumn('person', 'text', (c) => c.notNull())
      .addColumn('release_number', 'integer', (c) => c.notNull())
      // Null: nobody knew an address, and somebody handed it over.
      .addColumn('message_id', 'text')
      .addColumn('email', 'text')
      .addColumn('signed_by', 'text', (c) => c.notNull())
      .addColumn('signed_at', 'text', (c) => c.notNull())
      .addPrimaryKeyConstraint('told_key', ['review_id', 'person', 'release_number'])
      .execute();
    await db.schema
      .createTable('request')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('version', 'integer', (c) => c.notNull())
      .addColumn('review_id', 'text', (c) => c.notNull().references('review.id').onDelete('cascade'))
      .addColumn('contact', 'text', (c) => c.notNull())
      .addColumn('session', 'text', (c) => c.notNull())
      // When it was to be, as a local time, and by which release.
      .addColumn('starts', 'text', (c) => c.notNull())
      .addColumn('ends', 'text', (c) => c.notNull())
      .addColumn('release_number', 'integer', (c) => c.notNull())
      .addColumn('comment', 'text', (c) => c.notNull())
      .addColumn('made_at', 'text', (c) => c.notNull())
      .addColumn('settled_at', 'text')
      .addColumn('settled_by', 'text')
      .addColumn('answer', 'text')
      .execute();
    await db.schema.createIndex('request_review').on('request').columns(['review_id', 'made_at']).execute();
  },
};
