import { type Selectable, sql } from 'kysely';
import type { Job, JobEnd, JobKind } from './jobs-port.ts';
import type { Database, Tables, Writing } from './schema.ts';

/** All of a job but what it found, which may be long. */
export const columns = [
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

export const toJob = (row: Pick<Selectable<Tables['job']>, (typeof columns)[number]>): Job => ({
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
export const oneMore = (column: 'beat' | 'tries') => sql<number>`${sql.ref(column)} + 1`;

/** A worker's own job, to be changed by nobody else. */
export const ownJob = (writing: Database | Writing, id: string, worker: string) =>
  writing.updateTable('job').where('id', '=', id).where('worker', '=', worker).where('state', '=', 'working');

/** What a job is set to when it ends. */
export const over = { state: 'ended', going_on: null, worker: null } as const;
