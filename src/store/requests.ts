import type { Selectable } from 'kysely';
import { note } from './history.ts';
import { holdReview } from './hold-review.ts';
import { landed } from './landed.ts';
import type { Sources } from './ports.ts';
import type { CantCome, RequestPort } from './requests-port.ts';
import type { Database } from './schema.ts';
import { newId } from './secret.ts';
import type { ReachingTables } from './tables/reaching.ts';

type Row = Selectable<ReachingTables['request']>;

const toRequest = (row: Row): CantCome => ({
  id: row.id,
  version: row.version,
  review: row.review_id,
  contact: row.contact,
  session: row.session,
  starts: row.starts,
  ends: row.ends,
  release: row.release_number,
  comment: row.comment,
  madeAt: row.made_at,
  ...(row.settled_at !== null && { settledAt: row.settled_at }),
  ...(row.settled_by !== null && { settledBy: row.settled_by }),
  ...(row.answer !== null && { answer: row.answer }),
});

export const requestsIn = (db: Database, { now, randomBytes }: Sources): RequestPort => ({
  async of(review) {
    const rows = await db
      .selectFrom('request')
      .selectAll()
      .where('review_id', '=', review)
      .orderBy('made_at')
      .orderBy('id')
      .execute();
    return rows.map(toRequest);
  },
  async make({ review, contact, session, starts, ends, release, comment }, { by, why }) {
    const at = now().toISOString();
    return db.transaction().execute(async (writing) => {
      await holdReview(writing, review);
      const open = await writing
        .selectFrom('request')
        .selectAll()
        .where('review_id', '=', review)
        .where('contact', '=', contact)
        .where('session', '=', session)
        .where('settled_at', 'is', null)
        .executeTakeFirst();
      const said = { starts, ends, release_number: release, comment, made_at: at };
      const row: Row = {
        id: open?.id ?? newId(randomBytes),
        version: (open?.version ?? 0) + 1,
        review_id: review,
        contact,
        session,
        settled_at: null,
        settled_by: null,
        answer: null,
        ...said,
      };
      if (open)
        await writing
          .updateTable('request')
          .set({ ...said, version: row.version })
          .where('id', '=', open.id)
          .execute();
      else await writing.insertInto('request').values(row).execute();
      const line = { review, thing: 'request', id: row.id, version: row.version } as const;
      await note(writing, { ...line, what: open ? 'changed' : 'added', by, at, why });
      return toRequest(row);
    });
  },
  async settle(id, expected, answer, { by, why }) {
    const at = now().toISOString();
    const version = expected + 1;
    const settled =
      answer === undefined
        ? { settled_at: null, settled_by: null, answer: null }
        : { settled_at: at, settled_by: by, answer };
    const row = await db.transaction().execute(async (writing) => {
      const result = await writing
        .updateTable('request')
        .set({ version, ...settled })
        .where('id', '=', id)
        .where('version', '=', expected)
        .executeTakeFirst();
      if (!landed(result)) return undefined;
      const saved = await writing
        .selectFrom('request')
        .selectAll()
        .where('id', '=', id)
        .executeTakeFirstOrThrow();
      const line = { review: saved.review_id, thing: 'request', id, version } as const;
      await note(writing, { ...line, what: 'changed', by, at, why });
      return saved;
    });
    if (row) return { saved: true, stored: toRequest(row) };
    const theirs = await db.selectFrom('request').selectAll().where('id', '=', id).executeTakeFirst();
    return { saved: false, theirs: theirs && toRequest(theirs) };
  },
});
