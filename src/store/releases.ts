import { createHash } from 'node:crypto';
import type { Selectable } from 'kysely';
import type { Release, ReleasePort } from './agreement-port.ts';
import { moveStage } from './agreements.ts';
import { note } from './history.ts';
import type { Sources } from './ports.ts';
import type { Database, Tables } from './schema.ts';

const toRelease = (row: Selectable<Tables['release']>): Release => ({
  review: row.review_id,
  number: row.number,
  programmeVersion: row.programme_version,
  reviewFile: row.review_file,
  programmeFile: row.programme_file,
  hash: row.hash,
  by: row.signed_by,
  at: row.signed_at,
  note: row.note,
});

/** Each release vouches for the one before it. */
const hashOf = (before: string, reviewFile: string, programmeFile: string): string =>
  createHash('sha256')
    .update(JSON.stringify([before, reviewFile, programmeFile]))
    .digest('hex');

export function releasesIn(db: Database, { now }: Sources): ReleasePort {
  const all = (review: string) => db.selectFrom('release').selectAll().where('review_id', '=', review);
  return {
    async of(review) {
      const rows = await db
        .selectFrom('release')
        .select(['review_id', 'number', 'programme_version', 'hash', 'signed_by', 'signed_at', 'note'])
        .where('review_id', '=', review)
        .orderBy('number')
        .execute();
      return rows.map((row) => {
        const {
          reviewFile: _,
          programmeFile: __,
          ...line
        } = toRelease({
          ...row,
          review_file: '',
          programme_file: '',
        });
        return line;
      });
    },
    async find(review, number) {
      const row = await all(review).where('number', '=', number).executeTakeFirst();
      return row && toRelease(row);
    },
    async latest(review) {
      const row = await all(review).orderBy('number', 'desc').limit(1).executeTakeFirst();
      return row && toRelease(row);
    },
    async approve({ review, programmeVersion, reviewFile, programmeFile, note: said }, expected, signature) {
      const at = now().toISOString();
      const { by, why } = signature;
      const made = await db.transaction().execute(async (writing) => {
        const to = { stage: 'approved', programmeVersion, note: said } as const;
        // The agreement's version guards the number too: two who approve at once both move it, and one is too late.
        if (!(await moveStage(writing, review, expected, to, signature, at))) return undefined;
        const before = await writing
          .selectFrom('release')
          .select(['number', 'hash'])
          .where('review_id', '=', review)
          .orderBy('number', 'desc')
          .limit(1)
          .executeTakeFirst();
        const row = {
          review_id: review,
          number: (before?.number ?? 0) + 1,
          programme_version: programmeVersion,
          review_file: reviewFile,
          programme_file: programmeFile,
          hash: hashOf(before?.hash ?? '', reviewFile, programmeFile),
          signed_by: by,
          signed_at: at,
          note: said,
        };
        await writing.insertInto('release').values(row).execute();
        const id = `${review} ${row.number}`;
        await note(writing, { review, thing: 'release', id, version: 1, what: 'added', by, at, why });
        return toRelease(row);
      });
      if (made) return { saved: true, stored: made };
      const row = await all(review).orderBy('number', 'desc').limit(1).executeTakeFirst();
      return { saved: false, theirs: row && toRelease(row) };
    },
  };
}
