import type { Kysely, Migration } from 'kysely';

/** What was brought from files and waits to be looked over, for a day at most. */
export const uploads: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('upload')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('review_id', 'text', (c) => c.notNull().references('review.id').onDelete('cascade'))
      .addColumn('version', 'integer', (c) => c.notNull())
      .addColumn('kind', 'text', (c) => c.notNull())
      .addColumn('name', 'text', (c) => c.notNull())
      .addColumn('content', 'text', (c) => c.notNull())
      .addColumn('choices', 'text', (c) => c.notNull())
      .addColumn('brought_by', 'text', (c) => c.notNull())
      .addColumn('brought_at', 'text', (c) => c.notNull())
      .execute();
    await db.schema.createIndex('upload_review').on('upload').columns(['review_id', 'brought_at']).execute();
    await db.schema.createIndex('upload_brought').on('upload').columns(['brought_at']).execute();
  },
};
