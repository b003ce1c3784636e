import type { HistoryLine, HistoryPort } from './ports.ts';
import type { Database, Writing } from './schema.ts';

/** Adds a line, within the transaction of the write it tells of. */
export async function note(writing: Writing, line: HistoryLine, file?: string): Promise<void> {
  await writing
    .insertInto('history')
    .values({
      review_id: line.review,
      thing: line.thing,
      thing_id: line.id,
      version: line.version,
      what: line.what,
      signed_by: line.by,
      signed_at: line.at,
      why: line.why,
      file: file ?? null,
    })
    .execute();
}

export const historyIn = (db: Database): HistoryPort => ({
  async of(review) {
    const rows = await db
      .selectFrom('history')
      .select(['review_id', 'thing', 'thing_id', 'version', 'what', 'signed_by', 'signed_at', 'why'])
      .where('review_id', '=', review)
      .orderBy('signed_at')
      .orderBy('thing', 'desc')
      .orderBy('thing_id')
      .orderBy('version')
      .execute();
    return rows.map((row) => ({
      review: row.review_id,
      thing: row.thing as HistoryLine['thing'],
      id: row.thing_id,
      version: row.version,
      what: row.what as HistoryLine['what'],
      by: row.signed_by,
      at: row.signed_at,
      why: row.why,
    }));
  },
  async fileAt(thing, id, version) {
    const row = await db
      .selectFrom('history')
      .select('file')
      .where('thing', '=', thing)
      .where('thing_id', '=', id)
      .where('version', '=', version)
      .executeTakeFirst();
    return row?.file ?? undefined;
  },
});
