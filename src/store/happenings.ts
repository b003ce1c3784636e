import type { Selectable } from 'kysely';
import type { HappeningKind } from '../review/happening.ts';
import type { Happening, HappeningPort, HappeningState } from './happenings-port.ts';
import { note } from './history.ts';
import { holdReview } from './hold-review.ts';
import { landed } from './landed.ts';
import type { Sources } from './ports.ts';
import type { Database } from './schema.ts';
import { newId } from './secret.ts';
import type { HappeningTables } from './tables/happenings.ts';

const toHappening = (row: Selectable<HappeningTables['happening']>): Happening => ({
  id: row.id,
  version: row.version,
  review: row.review_id,
  kind: row.kind as HappeningKind,
  about: row.about,
  from: row.from_minute,
  to: row.to_minute,
  ...(row.adds !== null && { adds: row.adds }),
  note: row.note,
  atMinute: row.at_minute,
  rehearsed: row.rehearsed === 1,
  state: row.state as HappeningState,
  by: row.signed_by,
  at: row.signed_at,
  ...(row.settled_by !== null && { settledBy: row.settled_by }),
  ...(row.settled_at !== null && { settledAt: row.settled_at }),
  ...(row.draft_version !== null && { draftVersion: row.draft_version }),
  ...(row.release_number !== null && { release: row.release_number }),
});

export function happeningsIn(db: Database, { now, randomBytes }: Sources): HappeningPort {
  const find = async (review: string, id: string): Promise<Happening | undefined> => {
    const row = await db
      .selectFrom('happening')
      .selectAll()
      .where('id', '=', id)
      .where('review_id', '=', review)
      .executeTakeFirst();
    return row && toHappening(row);
  };
  return {
    find,
    async of(review) {
      const rows = await db
        .selectFrom('happening')
        .selectAll()
        .where('review_id', '=', review)
        .orderBy('signed_at')
        .orderBy('id')
        .execute();
      return rows.map(toHappening);
    },
    async report({ review, kind, about, from, to, adds, note: said, atMinute, rehearsed }, { by, why }) {
      const at = now().toISOString();
      const row = {
        id: newId(randomBytes),
        version: 1,
        review_id: review,
        kind,
        about,
        from_minute: from,
        to_minute: to,
        adds: adds ?? null,
        note: said,
        at_minute: atMinute,
        rehearsed: rehearsed ? 1 : 0,
        state: 'open',
        signed_by: by,
        signed_at: at,
        settled_by: null,
        settled_at: null,
        draft_version: null,
        release_number: null,
      };
      await db.transaction().execute(async (writing) => {
        await writing.insertInto('happening').values(row).execute();
        const line = { review, thing: 'happening', id: row.id, version: 1, what: 'added' } as const;
        await note(writing, { ...line, by, at, why });
      });
      return toHappening(row);
    },
    async settle(review, id, expected, { state, draftVersion, release }, { by, why }) {
      const at = now().toISOString();
      const version = expected + 1;
      const saved = await db.transaction().execute(async (writing) => {
        const result = await writing
          .updateTable('happening')
          .set({
            version,
            state,
            settled_by: by,
            settled_at: at,
            draft_version: draftVersion ?? null,
            release_number: release ?? null,
          })
          .where('id', '=', id)
          .where('review_id', '=', review)
          .where('version', '=', expected)
          .executeTakeFirst();
        if (!landed(result)) return false;
        const line = { review, thing: 'happening', id, version, what: 'changed' } as const;
        await note(writing, { ...line, by, at, why });
        return true;
      });
      const stored = await find(review, id);
      return saved && stored ? { saved: true, stored } : { saved: false, theirs: stored };
    },
    async agreePairs({ review, day, draftVersion }, { by, why }) {
      const at = now().toISOString();
      await db.transaction().execute(async (writing) => {
        await holdReview(writing, review);
        const before = await writing
          .selectFrom('pairs_agreed')
          .select('version')
          .where('review_id', '=', review)
          .where('day', '=', day)
          .executeTakeFirst();
        const version = (before?.version ?? 0) + 1;
        const agreed = { version, draft_version: draftVersion, signed_by: by, signed_at: at };
        await writing
          .insertInto('pairs_agreed')
          .values({ review_id: review, day, ...agreed })
          .onConflict((c) => c.columns(['review_id', 'day']).doUpdateSet(agreed))
          .execute();
        const what = before ? 'changed' : 'added';
        const id = `pairs-of-day-${day}-of-${review}`;
        await note(writing, { review, thing: 'happening', id, version, what, by, at, why });
      });
    },
    async pairsAgreed(review) {
      const rows = await db
        .selectFrom('pairs_agreed')
        .selectAll()
        .where('review_id', '=', review)
        .orderBy('day')
        .execute();
      return rows.map((row) => ({
        review: row.review_id,
        day: row.day,
        by: row.signed_by,
        at: row.signed_at,
        draftVersion: row.draft_version,
      }));
    },
  };
}
