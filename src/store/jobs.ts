import { PostgresAdapter, sql } from 'kysely';
import { builtIn } from './built.ts';
import { columns, oneMore, over, ownJob, toJob } from './job-rows.ts';
import type { JobKind, JobPort } from './jobs-port.ts';
import { landed } from './landed.ts';
import type { Sources } from './ports.ts';
import type { Database } from './schema.ts';
import { newId } from './secret.ts';

export function jobsIn(db: Database, { now, randomBytes }: Sources): JobPort {
  // Of several instances that look at once each takes another one. A file has one writer at a time as it is.
  const isShared = db.getExecutor().adapter instanceof PostgresAdapter;
  /** A word that nobody says a second time waits for another instance's write as a transaction does; a statement alone soon gives up. */
  const patiently = <T>(write: (writing: Database) => Promise<T>): Promise<T> =>
    db.transaction().execute(write);
  const find = async (review: string, kind: JobKind) => {
    const row = await db
      .selectFrom('job')
      .select(columns)
      .where('review_id', '=', review)
      .where('kind', '=', kind)
      .orderBy('signed_at', 'desc')
      .orderBy('beat', 'desc')
      .limit(1)
      .executeTakeFirst();
    return row && toJob(row);
  };

  return {
    async ask({ review, kind, reviewVersion, draftVersion }, { by, why }) {
      const going = `${kind} ${review}`;
      for (;;) {
        const row = {
          id: newId(randomBytes),
          review_id: review,
          kind,
          state: 'waiting',
          going_on: going,
          review_version: reviewVersion,
          draft_version: draftVersion,
          signed_by: by,
          signed_at: now().toISOString(),
          why,
          worker: null,
          beat: 0,
          tries: 0,
          stopped_by: null,
          told: null,
          found: null,
          answer: null,
          ended: null,
          ended_at: null,
          saved_version: null,
        };
        const begun = await db.transaction().execute(async (writing) => {
          const result = await writing
            .insertInto('job')
            .values(row)
            .onConflict((c) => c.column('going_on').doNothing())
            .executeTakeFirst();
          if (!landed(result)) return false;
          // The history tells of what became of earlier ones.
          await writing
            .deleteFrom('job')
            .where('review_id', '=', review)
            .where('kind', '=', kind)
            .where('state', '=', 'ended')
            .execute();
          return true;
        });
        if (begun) return { job: toJob(row), begun };
        const there = await db
          .selectFrom('job')
          .select(columns)
          .where('going_on', '=', going)
          .executeTakeFirst();
        // Ended between the two looks: then ours can begin.
        if (there) return { job: toJob(there), begun };
      }
    },
    latest: (review, kind) => find(review, kind),
    async foundBy(id) {
      const row = await db.selectFrom('job').select('found').where('id', '=', id).executeTakeFirst();
      return row?.found ?? undefined;
    },
    async goingOn() {
      const rows = await db
        .selectFrom('job')
        .select(columns)
        .where('state', '!=', 'ended')
        .orderBy('signed_at')
        .orderBy('id')
        .execute();
      return rows.map(toJob);
    },
    claim: (worker) =>
      db.transaction().execute(async (writing) => {
        const oldest = writing
          .selectFrom('job')
          .select('id')
          .where('state', '=', 'waiting')
          .orderBy('signed_at')
          .orderBy('id')
          .limit(1);
        const next = await (isShared ? oldest.forUpdate().skipLocked() : oldest).executeTakeFirst();
        if (!next) return undefined;
        const row = await writing
          .updateTable('job')
          .set({ state: 'working', worker, beat: oneMore('beat'), tries: oneMore('tries') })
          .where('id', '=', next.id)
          .where('state', '=', 'waiting')
          .returning(columns)
          .executeTakeFirst();
        return row && toJob(row);
      }),
    async takeOver(id, beat, worker) {
      const row = await db
        .updateTable('job')
        .set({ worker, beat: oneMore('beat'), tries: oneMore('tries') })
        .where('id', '=', id)
        .where('state', '=', 'working')
        .where('beat', '=', beat)
        .returning(columns)
        .executeTakeFirst();
      return row && toJob(row);
    },
    async beat(id, worker, news) {
      const row = await ownJob(db, id, worker)
        .set({
          beat: oneMore('beat'),
          ...(news && { told: news.told, ...(news.found !== undefined && { found: news.found }) }),
        })
        .returning('stopped_by')
        .executeTakeFirst();
      if (!row) return 'gone';
      return row.stopped_by === null ? 'go on' : 'stop';
    },
    async handBack(id, worker) {
      await patiently((writing) =>
        ownJob(writing, id, worker)
          // It did not break off: this does not count as a try.
          .set({ state: 'waiting', worker: null, beat: oneMore('beat'), tries: sql<number>`tries - 1` })
          .execute(),
      );
    },
    async stop(review, kind, by) {
      const result = await patiently((writing) =>
        writing
          .updateTable('job')
          .set({ stopped_by: by, beat: oneMore('beat') })
          .where('going_on', '=', `${kind} ${review}`)
          .where('stopped_by', 'is', null)
          .executeTakeFirst(),
      );
      return landed(result);
    },
    async end(id, worker, { how, found }) {
      const result = await patiently((writing) =>
        ownJob(writing, id, worker)
          .set({
            ...over,
            beat: oneMore('beat'),
            ended: how,
            ended_at: now().toISOString(),
            ...(found !== undefined && { found }),
          })
          .executeTakeFirst(),
      );
      return landed(result);
    },
    ...builtIn(db, { now }),
  };
}
