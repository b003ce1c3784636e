import { sql } from 'kysely';
import { note } from './history.ts';
import type { KeepingPort, Kept } from './keeping-port.ts';
import { landed } from './landed.ts';
import type { Sources } from './ports.ts';
import { NEW } from './saved.ts';
import type { Database } from './schema.ts';
import { trulyGone } from './sqlite.ts';
import { tableShapes } from './table-shapes.ts';
import { unfrozen } from './unfrozen.ts';

export function keepingIn(db: Database, { now }: Sources): KeepingPort {
  const find = async (review: string): Promise<Kept> => {
    const row = await db
      .selectFrom('retention')
      .selectAll()
      .where('review_id', '=', review)
      .executeTakeFirst();
    return {
      review,
      version: row?.version ?? NEW,
      ...(row && row.until !== null && { until: row.until }),
    };
  };
  return {
    of: find,
    async keepUntil(review, until, expected, { by, why }) {
      const at = now().toISOString();
      const version = expected + 1;
      const row = { version, until: until ?? null };
      const saved = await db.transaction().execute(async (writing) => {
        const result =
          expected === NEW
            ? await writing
                .insertInto('retention')
                .values({ review_id: review, ...row })
                .onConflict((c) => c.column('review_id').doNothing())
                .executeTakeFirst()
            : await writing
                .updateTable('retention')
                .set(row)
                .where('review_id', '=', review)
                .where('version', '=', expected)
                .executeTakeFirst();
        if (!landed(result)) return false;
        const what = expected === NEW ? 'added' : 'changed';
        await note(writing, { review, thing: 'retention', id: review, version, what, by, at, why });
        return true;
      });
      const theirs = await find(review);
      return saved ? { saved, stored: theirs } : { saved, theirs };
    },
    async due(today) {
      const rows = await db
        .selectFrom('retention')
        .innerJoin('review', 'review.id', 'retention.review_id')
        .select(['review.id', 'council', 'until'])
        .where('until', '<', today)
        .orderBy('until')
        .orderBy('review.id')
        .execute();
      return rows.map(({ id, council, until }) => ({ id, council, until: until ?? '' }));
    },
    async purge(review, why) {
      const tables = (await tableShapes()).filter(({ columns }) => columns.includes('review_id'));
      const gone = await db.transaction().execute(async (writing) => {
        // Whoever writes to it at this moment waits, and then finds nothing to write to.
        const held = await writing
          .updateTable('review')
          .set((row) => ({ version: sql<number>`${row.ref('version')} + 1` }))
          .where('id', '=', review)
          .executeTakeFirst();
        if (!landed(held)) return false;
        await unfrozen(writing, 'purge', async () => {
          for (const { name } of tables.toReversed())
            if (name !== 'purged')
              await sql`delete from ${sql.table(name)} where review_id = ${review}`.execute(writing);
          await writing.deleteFrom('review').where('id', '=', review).execute();
        });
        await writing
          .insertInto('purged')
          .values({ review_id: review, purged_at: now().toISOString(), why })
          .execute();
        return true;
      });
      if (gone) await trulyGone(db);
      return gone;
    },
    async purged() {
      const rows = await db
        .selectFrom('purged')
        .selectAll()
        .orderBy('purged_at')
        .orderBy('review_id')
        .execute();
      return rows.map((row) => ({ review: row.review_id, at: row.purged_at, why: row.why }));
    },
  };
}
