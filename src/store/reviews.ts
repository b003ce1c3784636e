import type { Selectable } from 'kysely';
import { besidesOf, note } from './history.ts';
import { landed } from './landed.ts';
import { joinIn } from './members.ts';
import { NEW, type ReviewLine, type ReviewPort, type Sources, type StoredReview } from './ports.ts';
import type { Database, Tables } from './schema.ts';

const lineOf = (row: Omit<Selectable<Tables['review']>, 'file'>) => ({
  id: row.id,
  version: row.version,
  council: row.council,
  firstDay: row.first_day,
  savedAt: row.saved_at,
});

const byWeek = (a: ReviewLine, b: ReviewLine): number =>
  a.firstDay.localeCompare(b.firstDay, 'en-GB') ||
  a.council.localeCompare(b.council, 'en-GB') ||
  a.id.localeCompare(b.id, 'en-GB');

export function reviewsIn(db: Database, sources: Sources): ReviewPort {
  const { now } = sources;
  const find = async (id: string): Promise<StoredReview | undefined> => {
    const row = await db.selectFrom('review').selectAll().where('id', '=', id).executeTakeFirst();
    return row && { ...lineOf(row), file: row.file };
  };
  return {
    find,
    async list() {
      const rows = await db
        .selectFrom('review')
        .select(['id', 'version', 'council', 'first_day', 'saved_at'])
        .execute();
      // Sorted here: each database has an alphabet of its own.
      return rows.map(lineOf).sort(byWeek);
    },
    async save({ id, council, firstDay, file }, expected, signature, founder) {
      const { by, why } = signature;
      const at = now().toISOString();
      const version = expected + 1;
      const row = { version, council, first_day: firstDay, file, saved_at: at };
      const saved = await db.transaction().execute(async (writing) => {
        const result =
          expected === NEW
            ? await writing
                .insertInto('review')
                .values({ id, ...row })
                .onConflict((c) => c.column('id').doNothing())
                .executeTakeFirst()
            : await writing
                .updateTable('review')
                .set(row)
                .where('id', '=', id)
                .where('version', '=', expected)
                .executeTakeFirst();
        if (!landed(result)) return false;
        const what = expected === NEW ? 'added' : 'changed';
        await note(
          writing,
          { review: id, thing: 'review', id, version, what, by, at, why, ...besidesOf(signature) },
          file,
        );
        if (founder !== undefined && expected === NEW)
          await joinIn(
            writing,
            sources,
            { review: id, account: founder, roles: ['organiser', 'manager'] },
            { by, why },
          );
        return true;
      });
      return saved
        ? { saved, stored: { id, version, council, firstDay, file, savedAt: at } }
        : { saved, theirs: await find(id) };
    },
  };
}
