import type { Selectable } from 'kysely';
import { besidesOf, note } from './history.ts';
import { landed } from './landed.ts';
import type { Sources } from './ports.ts';
import type { Scenario, ScenarioPort } from './scenarios-port.ts';
import type { Database } from './schema.ts';
import { newId } from './secret.ts';
import type { EditingTables } from './tables/editing.ts';

const toScenario = (row: Selectable<EditingTables['scenario']>): Scenario => ({
  id: row.id,
  version: row.version,
  review: row.review_id,
  name: row.name,
  begunFrom: row.begun_from,
  by: row.begun_by,
  at: row.begun_at,
  reviewVersion: row.review_version,
  file: row.file,
  savedAt: row.saved_at,
});

export function scenariosIn(db: Database, { now, randomBytes }: Sources): ScenarioPort {
  const find = async (review: string, id: string): Promise<Scenario | undefined> => {
    const row = await db
      .selectFrom('scenario')
      .selectAll()
      .where('id', '=', id)
      .where('review_id', '=', review)
      .executeTakeFirst();
    return row && toScenario(row);
  };
  return {
    find,
    async of(review) {
      const rows = await db
        .selectFrom('scenario')
        .selectAll()
        .where('review_id', '=', review)
        .orderBy('begun_at')
        .orderBy('id')
        .execute();
      return rows.map(toScenario);
    },
    async begin({ review, name, begunFrom, reviewVersion, file }, { by, why }) {
      const at = now().toISOString();
      const row = {
        id: newId(randomBytes),
        version: 1,
        review_id: review,
        name,
        begun_from: begunFrom,
        begun_by: by,
        begun_at: at,
        review_version: reviewVersion,
        file,
        saved_at: at,
      };
      await db.transaction().execute(async (writing) => {
        await writing.insertInto('scenario').values(row).execute();
        const line = {
          review,
          thing: 'scenario',
          id: row.id,
          version: 1,
          what: 'added',
          by,
          at,
          why,
        } as const;
        await note(writing, line, file);
      });
      return toScenario(row);
    },
    async save({ review, id, reviewVersion, file }, expected, signature) {
      const { by, why } = signature;
      const at = now().toISOString();
      const version = expected + 1;
      const saved = await db.transaction().execute(async (writing) => {
        const result = await writing
          .updateTable('scenario')
          .set({ version, review_version: reviewVersion, file, saved_at: at })
          .where('id', '=', id)
          .where('review_id', '=', review)
          .where('version', '=', expected)
          .executeTakeFirst();
        if (!landed(result)) return false;
        const line = { review, thing: 'scenario', id, version, what: 'changed', by, at, why } as const;
        await note(writing, { ...line, ...besidesOf(signature) }, file);
        return true;
      });
      const theirs = await find(review, id);
      return saved && theirs ? { saved: true, stored: theirs } : { saved: false, theirs };
    },
    async drop(review, id, { by, why }) {
      const at = now().toISOString();
      return db.transaction().execute(async (writing) => {
        const row = await writing
          .selectFrom('scenario')
          .select('version')
          .where('id', '=', id)
          .where('review_id', '=', review)
          .executeTakeFirst();
        if (!row) return false;
        const result = await writing
          .deleteFrom('scenario')
          .where('id', '=', id)
          .where('version', '=', row.version)
          .executeTakeFirst();
        if (result.numDeletedRows === 0n) return false;
        const version = row.version + 1;
        await note(writing, { review, thing: 'scenario', id, version, what: 'removed', by, at, why });
        return true;
      });
    },
  };
}
