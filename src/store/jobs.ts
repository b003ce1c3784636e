import { PostgresAdapter, type Selectable, sql } from 'kysely';
import type { Job, JobEnd, JobKind, JobPort } from './jobs-port.ts';
import { landed } from './landed.ts';
import type { Sources, StoredProgramme } from './ports.ts';
import { toDraft, writeDraft } from './programmes.ts';
import type { Database, Tables, Writing } from './schema.ts';
import { newId } from './secret.ts';

/** All of a job but what it found, which may be long. */
const columns = [
  'id',
  'review_id',
  'kind',
  'state',
  'signed_by',
  'signed_at',
  'why',
  'review_version',
  'draft_version',
  'beat',
  'tries',
  'stopped_by',
  'told',
  'ended',
  'ended_at',
  'saved_version',
] as const;

const toJob = (row: Pick<Selectable<Tables['job']>, (typeof columns)[number]>): Job => ({
  id: row.id,
  review: row.review_id,
  kind: row.kind as JobKind,
  state: row.state as Job['state'],
  by: row.signed_by,
  at: row.signed_at,
  why: row.why,
  reviewVersion: row.review_version,
  draftVersion: row.draft_version,
  beat: row.beat,
  tries: row.tries,
  ...(row.stopped_by !== null && { stoppedBy: row.stopped_by }),
  ...(row.told !== null && { told: row.told }),
  ...(row.ended !== null && { ended: row.ended as JobEnd }),
  ...(row.ended_at !== null && { endedAt: row.ended_at }),
  ...(row.saved_version !== null && { savedVersion: row.saved_version }),
});

/** One more sign of life. */
const oneMore = (column: 'beat' | 'tries') => sql<number>`${sql.ref(column)} + 1`;

/** Undoes the rest of a transaction: the draft that was to be replaced is another by now. */
class TooLate extends Error {}

export function jobsIn(db: Database, { now, randomBytes }: Sources): JobPort {
  // Of several instances that look at once each takes another one. A file has one writer at a time as it is.
  const isShared = db.getExecutor().adapter instanceof PostgresAdapter;
  const find = async (reading: Database | Writing, review: string, kind: JobKind) => {
    const row = await reading
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
  /** A worker's own job, to be changed by nobody else. */
  const own = (writing: Database | Writing, id: string, worker: string) =>
    writing
      .updateTable('job')
      .where('id', '=', id)
      .where('worker', '=', worker)
      .where('state', '=', 'working');
  const over = { state: 'ended', going_on: null, worker: null } as const;

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
    latest: (review, kind) => find(db, review, kind),
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
      const row = await own(db, id, worker)
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
      await own(db, id, worker)
        // It did not break off: this does not count as a try.
        .set({ state: 'waiting', worker: null, beat: oneMore('beat'), tries: sql<number>`tries - 1` })
        .execute();
    },
    async stop(review, kind, by) {
      const result = await db
        .updateTable('job')
        .set({ stopped_by: by, beat: oneMore('beat') })
        .where('going_on', '=', `${kind} ${review}`)
        .where('stopped_by', 'is', null)
        .executeTakeFirst();
      return landed(result);
    },
    async end(id, worker, { how, found }) {
      const result = await own(db, id, worker)
        .set({
          ...over,
          beat: oneMore('beat'),
          ended: how,
          ended_at: now().toISOString(),
          ...(found !== undefined && { found }),
        })
        .executeTakeFirst();
      return landed(result);
    },
    endBuilt: (id, worker, { told, reviewVersion, file, answer, offer }, signature) =>
      db.transaction().execute(async (writing) => {
        const at = now().toISOString();
        const found = { told, found: file, answer: JSON.stringify(answer), review_version: reviewVersion };
        const mine = await own(writing, id, worker)
          .set({ ...over, ...found, beat: oneMore('beat'), ended: 'offered', ended_at: at })
          .returning(['review_id', 'draft_version'])
          .executeTakeFirst();
        if (!mine) return 'gone';
        if (offer) return 'offered';
        const draft = { review: mine.review_id, reviewVersion, file, answer };
        const stored = await writeDraft(writing, draft, mine.draft_version, signature, at);
        if (!stored) return 'offered';
        await writing
          .updateTable('job')
          .set({ ended: 'saved', saved_version: stored.version, found: null, answer: null })
          .where('id', '=', id)
          .execute();
        return 'saved';
      }),
    async takeOffered(review, seen, signature) {
      try {
        return await db.transaction().execute(async (writing) => {
          const offered = await writing
            .selectFrom('job')
            .select(['id', 'found', 'answer', 'review_version'])
            .where('review_id', '=', review)
            .where('kind', '=', 'build')
            .where('ended', '=', 'offered')
            .executeTakeFirst();
          if (!offered || offered.found === null) return undefined;
          const draft: Pick<StoredProgramme, 'review' | 'reviewVersion' | 'file' | 'answer'> = {
            review,
            reviewVersion: offered.review_version,
            file: offered.found,
            ...(offered.answer !== null && { answer: JSON.parse(offered.answer) }),
          };
          const stored = await writeDraft(writing, draft, seen, signature, now().toISOString());
          if (!stored) throw new TooLate();
          await writing
            .updateTable('job')
            .set({
              ended: 'saved',
              saved_version: stored.version,
              found: null,
              answer: null,
              beat: oneMore('beat'),
            })
            .where('id', '=', offered.id)
            .execute();
          return { saved: true as const, stored };
        });
      } catch (error) {
        if (!(error instanceof TooLate)) throw error;
        const theirs = await db
          .selectFrom('programme')
          .selectAll()
          .where('review_id', '=', review)
          .executeTakeFirst();
        return { saved: false, theirs: theirs && toDraft(theirs) };
      }
    },
    async keepOwn(review) {
      await db
        .updateTable('job')
        .set({ ended: 'kept', found: null, answer: null, beat: oneMore('beat') })
        .where('review_id', '=', review)
        .where('kind', '=', 'build')
        .where('ended', '=', 'offered')
        .execute();
    },
  };
}
