import type { HistoryLine, HistoryPort, Signature } from './ports.ts';
import type { Database, Writing } from './schema.ts';

/** What a signature says besides who and why. */
export const besidesOf = ({ undoes, inGrid }: Signature): Pick<HistoryLine, 'undoes' | 'inGrid'> => ({
  ...(undoes !== undefined && { undoes }),
  ...(inGrid && { inGrid }),
});

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
      undoes: line.undoes ?? null,
      in_grid: line.inGrid ? 1 : null,
    })
    .execute();
}

/** The lines of a review, oldest first; those from a moment on, where one is given. */
async function linesOf(db: Database, review: string, since?: string): Promise<readonly HistoryLine[]> {
  const all = db
    .selectFrom('history')
    .select([
      'review_id',
      'thing',
      'thing_id',
      'version',
      'what',
      'signed_by',
      'signed_at',
      'why',
      'undoes',
      'in_grid',
    ])
    .where('review_id', '=', review)
    .orderBy('signed_at')
    .orderBy('thing', 'desc')
    .orderBy('thing_id')
    .orderBy('version');
  const rows = await (since === undefined ? all : all.where('signed_at', '>=', since)).execute();
  return rows.map((row) => ({
    review: row.review_id,
    thing: row.thing as HistoryLine['thing'],
    id: row.thing_id,
    version: row.version,
    what: row.what as HistoryLine['what'],
    by: row.signed_by,
    at: row.signed_at,
    why: row.why,
    ...(row.undoes !== null && { undoes: row.undoes }),
    ...(row.in_grid !== null && { inGrid: true }),
  }));
}

export const historyIn = (db: Database): HistoryPort => ({
  of: (review) => linesOf(db, review),
  since: (review, at) => linesOf(db, review, at),
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
