import { sql } from 'kysely';
import type { Access, AccessPort } from './access-port.ts';
import type { Database } from './schema.ts';

/** One row for those of the same hour: a database takes each row of a statement once. */
function byHour(accesses: readonly (Access & { readonly at: Date })[]) {
  const rows = new Map<string, Access & { hour: string; times: number; first: string; last: string }>();
  for (const { at, review, who, what, page } of accesses) {
    const moment = at.toISOString();
    const hour = moment.slice(0, 13);
    const key = JSON.stringify([review, who, what, page, hour]);
    const row = rows.get(key);
    if (!row) rows.set(key, { review, who, what, page, hour, times: 1, first: moment, last: moment });
    else {
      row.times++;
      row.first = moment < row.first ? moment : row.first;
      row.last = moment > row.last ? moment : row.last;
    }
  }
  // In one order everywhere, so that two instances never wait for each other.
  return [...rows].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row);
}

export const accessesIn = (db: Database): AccessPort => ({
  async note(accesses) {
    const rows = byHour(accesses);
    if (rows.length === 0) return;
    await db.transaction().execute(async (writing) => {
      const there = await writing
        .selectFrom('review')
        .select('id')
        .where('id', 'in', [...new Set(rows.map((row) => row.review))])
        .execute();
      const known = new Set(there.map((row) => row.id));
      for (const row of rows.filter(({ review }) => known.has(review)))
        await writing
          .insertInto('access_log')
          .values({
            review_id: row.review,
            who: row.who,
            what: row.what,
            page: row.page,
            hour: row.hour,
            times: row.times,
            first_at: row.first,
            last_at: row.last,
          })
          .onConflict((c) =>
            c.columns(['review_id', 'who', 'what', 'page', 'hour']).doUpdateSet({
              times: sql<number>`access_log.times + ${row.times}`,
              last_at: row.last,
            }),
          )
          .execute();
    });
  },
  async of(review, { from, most, page }) {
    const rows = await db
      .selectFrom('access_log')
      .selectAll()
      .where('review_id', '=', review)
      .$if(page !== undefined, (query) =>
        query.where((row) => row.or([row('page', '=', page!), row('page', 'like', `${page}/%`)])),
      )
      .orderBy('last_at', 'desc')
      .orderBy('who')
      .orderBy('what')
      .orderBy('page')
      .limit(most)
      .offset(from)
      .execute();
    return rows.map((row) => ({
      review: row.review_id,
      who: row.who,
      what: row.what as Access['what'],
      page: row.page,
      times: row.times,
      firstAt: row.first_at,
      lastAt: row.last_at,
    }));
  },
});
