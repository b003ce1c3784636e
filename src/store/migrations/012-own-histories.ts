import type { Kysely, Migration } from 'kysely';

/** Seats count their writes, as everything does that the history tells of. */
export const ownHistories: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .alterTable('seat')
      .addColumn('version', 'integer', (c) => c.notNull().defaultTo(1))
      .execute();
  },
};
