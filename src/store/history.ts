import type { HistoryLine, HistoryPort, Signature, UnboundThing } from './ports.ts';
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

/** Lines about what belongs to no review have this for one. */
const noReview = '';

/** Adds a line about what belongs to no review, within the transaction of the write it tells of. */
export const noteUnbound = (
  writing: Writing,
  line: Omit<HistoryLine, 'review' | 'thing'> & { readonly thing: UnboundThing },
): Promise<void> => note(writing, { ...line, review: noReview });

const linesOf = (db: Database, review: string) =>
  db
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

/** The lines of a review, or some of them, oldest first. */
async function read(query: ReturnType<typeof linesOf>): Promise<readonly HistoryLine[]> {
  const rows = await query.execute();
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
  of: (review) => read(linesOf(db, review)),
  since: (review, at) => read(linesOf(db, review).where('signed_at', '>=', at)),
  about: (thing, id) => {
    const all = linesOf(db, noReview).where('thing', '=', thing);
    return read(id === undefined ? all : all.where('thing_id', '=', id));
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
