import type { Kysely, Migration } from 'kysely';

/** Private links by which contacts say when they can be seen. */
export const diaryLinks: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('diary_link')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('version', 'integer', (c) => c.notNull())
      .addColumn('hash', 'text', (c) => c.notNull().unique())
      .addColumn('review_id', 'text', (c) => c.notNull().references('review.id').onDelete('cascade'))
      .addColumn('contact', 'text', (c) => c.notNull())
      .addColumn('sent_to', 'text', (c) => c.notNull())
      .addColumn('issued_at', 'text', (c) => c.notNull())
      .addColumn('ends_at', 'text', (c) => c.notNull())
      .addColumn('opened_at', 'text')
      .addColumn('answered_at', 'text')
      .addColumn('comment', 'text')
      .addColumn('revoked_at', 'text')
      .execute();
    await db.schema
      .createIndex('diary_link_review')
      .on('diary_link')
      .columns(['review_id', 'issued_at'])
      .execute();
  },
};
