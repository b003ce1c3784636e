import type { Kysely, Migration } from 'kysely';

/** What takes what back, so that undo and redo are a stack over the history; and drafts beside the draft. */
export const editing: Migration = {
  async up(db: Kysely<unknown>) {
    // The version, of the same thing, that a write takes back.
    await db.schema.alterTable('history').addColumn('undoes', 'integer').execute();
    // 1 for what was entered from the grid, and is undone from there too.
    await db.schema.alterTable('history').addColumn('in_grid', 'integer').execute();
    await db.schema
      .createTable('scenario')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('version', 'integer', (c) => c.notNull())
      .addColumn('review_id', 'text', (c) => c.notNull().references('review.id').onDelete('cascade'))
      .addColumn('name', 'text', (c) => c.notNull())
      // The version of the draft that it was begun from.
      .addColumn('begun_from', 'integer', (c) => c.notNull())
      .addColumn('begun_by', 'text', (c) => c.notNull())
      .addColumn('begun_at', 'text', (c) => c.notNull())
      .addColumn('review_version', 'integer', (c) => c.notNull())
      .addColumn('file', 'text', (c) => c.notNull())
      .addColumn('saved_at', 'text', (c) => c.notNull())
      .execute();
    await db.schema
      .createIndex('scenario_review')
      .on('scenario')
      .columns(['review_id', 'begun_at'])
      .execute();
  },
};
