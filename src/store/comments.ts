import type { Selectable } from 'kysely';
import type { Comment, CommentPort } from './agreement-port.ts';
import { note } from './history.ts';
import { landed } from './landed.ts';
import type { Sources } from './ports.ts';
import type { Database, Tables } from './schema.ts';
import { newId } from './secret.ts';

const toComment = (row: Selectable<Tables['comment']>): Comment => ({
  id: row.id,
  version: row.version,
  review: row.review_id,
  about: row.about as Comment['about'],
  ...(row.about_id !== null && { aboutId: row.about_id }),
  ...(row.answers !== null && { answers: row.answers }),
  text: row.text,
  by: row.signed_by,
  at: row.signed_at,
  ...(row.settled_by !== null && { settledBy: row.settled_by }),
  ...(row.settled_at !== null && { settledAt: row.settled_at }),
});

export function commentsIn(db: Database, { now, randomBytes }: Sources): CommentPort {
  return {
    async of(review) {
      const rows = await db
        .selectFrom('comment')
        .selectAll()
        .where('review_id', '=', review)
        .orderBy('signed_at')
        .orderBy('id')
        .execute();
      return rows.map(toComment);
    },
    async add({ review, about, aboutId, answers, text }, { by, why }) {
      const at = now().toISOString();
      const id = newId(randomBytes);
      const row = {
        id,
        version: 1,
        review_id: review,
        about,
        about_id: aboutId ?? null,
        answers: answers ?? null,
        text,
        signed_by: by,
        signed_at: at,
        settled_by: null,
        settled_at: null,
      };
      await db.transaction().execute(async (writing) => {
        await writing.insertInto('comment').values(row).execute();
        await note(writing, { review, thing: 'comment', id, version: 1, what: 'added', by, at, why });
      });
      return toComment(row);
    },
    async settle(id, expected, settled, { by, why }) {
      const at = now().toISOString();
      const version = expected + 1;
      const saved = await db.transaction().execute(async (writing) => {
        const result = await writing
          .updateTable('comment')
          .set({ version, settled_by: settled ? by : null, settled_at: settled ? at : null })
          .where('id', '=', id)
          .where('version', '=', expected)
          .executeTakeFirst();
        if (!landed(result)) return false;
        const { review_id: review } = await writing
          .selectFrom('comment')
          .select('review_id')
          .where('id', '=', id)
          .executeTakeFirstOrThrow();
        await note(writing, { review, thing: 'comment', id, version, what: 'changed', by, at, why });
        return true;
      });
      const row = await db.selectFrom('comment').selectAll().where('id', '=', id).executeTakeFirst();
      if (saved && row) return { saved: true, stored: toComment(row) };
      return { saved: false, theirs: row && toComment(row) };
    },
  };
}
