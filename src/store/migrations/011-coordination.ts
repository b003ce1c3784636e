import type { Kysely, Migration } from 'kysely';

/** Those who look after many reviews, and what all reviews share: a list of peers, frames and letters to begin with. */
export const coordination: Migration = {
  async up(db: Kysely<unknown>) {
    // Null: they are no coordinator.
    await db.schema.alterTable('account').addColumn('coordinates_since', 'text').execute();
    await db.schema
      .createTable('shared')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('version', 'integer', (c) => c.notNull())
      .addColumn('kind', 'text', (c) => c.notNull())
      .addColumn('name', 'text', (c) => c.notNull())
      .addColumn('body', 'text', (c) => c.notNull())
      .addColumn('saved_by', 'text', (c) => c.notNull())
      .addColumn('saved_at', 'text', (c) => c.notNull())
      .execute();
    await db.schema.createIndex('shared_kind').on('shared').columns(['kind', 'name']).execute();
    await db.schema
      .createTable('seat')
      .addColumn('peer_id', 'text', (c) => c.notNull().references('shared.id').onDelete('cascade'))
      // No reference: which review somebody was on is theirs, and outlives the review.
      .addColumn('on_review', 'text', (c) => c.notNull())
      .addColumn('as_peer', 'text', (c) => c.notNull())
      .addColumn('council', 'text', (c) => c.notNull())
      .addColumn('first_day', 'text', (c) => c.notNull())
      .addColumn('role', 'text', (c) => c.notNull())
      .addPrimaryKeyConstraint('seat_key', ['peer_id', 'on_review'])
      .execute();
  },
};
