import type { Selectable } from 'kysely';
import { landed } from './landed.ts';
import type { Sources } from './ports.ts';
import type { Database, Writing } from './schema.ts';
import { newId } from './secret.ts';
import type { UploadTables } from './tables/uploads.ts';
import type { Upload, UploadKind, UploadLine, UploadPort } from './uploads-port.ts';

const DAY = 24 * 60 * 60 * 1000;
/** So many of a review wait at most. */
const WAITING = 10;

const lineOf = (row: Omit<Selectable<UploadTables['upload']>, 'content' | 'choices'>): UploadLine => ({
  id: row.id,
  review: row.review_id,
  version: row.version,
  kind: row.kind as UploadKind,
  name: row.name,
  by: row.brought_by,
  at: row.brought_at,
});

export function uploadsIn(db: Database, { now, randomBytes }: Sources): UploadPort {
  const aDayAgo = (): string => new Date(now().getTime() - DAY).toISOString();
  const sweepIn = (writing: Database | Writing, before: string) =>
    writing.deleteFrom('upload').where('brought_at', '<', before).execute();
  const linesIn = (reading: Database | Writing, review: string, since: string) =>
    reading
      .selectFrom('upload')
      .select(['id', 'review_id', 'version', 'kind', 'name', 'brought_by', 'brought_at'])
      .where('review_id', '=', review)
      .where('brought_at', '>=', since)
      .orderBy('brought_at', 'desc')
      .orderBy('id')
      .execute();
  return {
    async keep({ review, kind, name, by, content, choices }) {
      const [since, at] = [aDayAgo(), now().toISOString()];
      const row = {
        id: newId(randomBytes),
        review_id: review,
        version: 1,
        kind,
        name,
        content,
        choices,
        brought_by: by,
        brought_at: at,
      };
      await db.transaction().execute(async (writing) => {
        await sweepIn(writing, since);
        await writing.insertInto('upload').values(row).execute();
        const old = (await linesIn(writing, review, since))
          .filter(({ id }) => id !== row.id)
          .slice(WAITING - 1);
        if (old.length > 0)
          await writing
            .deleteFrom('upload')
            .where(
              'id',
              'in',
              old.map(({ id }) => id),
            )
            .execute();
      });
      return { ...lineOf(row), content, choices };
    },
    async find(review, id) {
      const row = await db
        .selectFrom('upload')
        .selectAll()
        .where('id', '=', id)
        .where('review_id', '=', review)
        .where('brought_at', '>=', aDayAgo())
        .executeTakeFirst();
      return row && ({ ...lineOf(row), content: row.content, choices: row.choices } satisfies Upload);
    },
    async of(review) {
      return (await linesIn(db, review, aDayAgo())).map(lineOf);
    },
    async choose(review, id, expected, choices) {
      const result = await db
        .updateTable('upload')
        .set({ version: expected + 1, choices })
        .where('id', '=', id)
        .where('review_id', '=', review)
        .where('version', '=', expected)
        .where('brought_at', '>=', aDayAgo())
        .executeTakeFirst();
      return landed(result);
    },
    async drop(review, id) {
      await db.deleteFrom('upload').where('id', '=', id).where('review_id', '=', review).execute();
    },
    async sweep() {
      await sweepIn(db, aDayAgo());
    },
  };
}
