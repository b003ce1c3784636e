import type { Kysely, Migration } from 'kysely';

/** What is worked on in the background, by whichever instance takes it. */
export const jobs: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('job')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('review_id', 'text', (c) => c.notNull().references('review.id').onDelete('cascade'))
      .addColumn('kind', 'text', (c) => c.notNull())
      .addColumn('state', 'text', (c) => c.notNull())
      // The review and kind while it is not ended, else null: so there is one of a kind at a time in a review.
      .addColumn('going_on', 'text', (c) => c.unique())
      .addColumn('review_version', 'integer', (c) => c.notNull())
      .addColumn('draft_version', 'integer', (c) => c.notNull())
      .addColumn('signed_by', 'text', (c) => c.notNull())
      .addColumn('signed_at', 'text', (c) => c.notNull())
      .addColumn('why', 'text', (c) => c.notNull())
      .addColumn('worker', 'text')
      // Counts signs of life: whoever watches sees by it that a worker is gone, whatever the clocks say.
      .addColumn('beat', 'integer', (c) => c.notNull())
      .addColumn('tries', 'integer', (c) => c.notNull())
      .addColumn('stopped_by', 'text')
      .addColumn('told', 'text')
      .addColumn('found', 'text')
      .addColumn('answer', 'text')
      .addColumn('ended', 'text')
      .addColumn('ended_at', 'text')
      .addColumn('saved_version', 'integer')
      .execute();
    await db.schema.createIndex('job_review').on('job').columns(['review_id', 'kind', 'signed_at']).execute();
    await db.schema.createIndex('job_state').on('job').columns(['state', 'signed_at']).execute();
  },
};
