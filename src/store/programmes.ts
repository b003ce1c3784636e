import { besidesOf, note } from './history.ts';
import { landed } from './landed.ts';
import { NEW, type ProgrammePort, type Sources, type StoredProgramme } from './ports.ts';
import type { Database } from './schema.ts';

export function programmesIn(db: Database, { now }: Sources): ProgrammePort {
  const draftOf = async (review: string): Promise<StoredProgramme | undefined> => {
    const row = await db
      .selectFrom('programme')
      .selectAll()
      .where('review_id', '=', review)
      .executeTakeFirst();
    return (
      row && {
        review: row.review_id,
        version: row.version,
        reviewVersion: row.review_version,
        file: row.file,
        ...(row.answer !== null && { answer: JSON.parse(row.answer) }),
        savedAt: row.saved_at,
      }
    );
  };
  return {
    draftOf,
    async saveDraft({ review, reviewVersion, file, answer }, expected, signature) {
      const { by, why } = signature;
      const at = now().toISOString();
      const version = expected + 1;
      const row = {
        version,
        review_version: reviewVersion,
        file,
        answer: answer ? JSON.stringify(answer) : null,
        saved_at: at,
      };
      const saved = await db.transaction().execute(async (writing) => {
        const result =
          expected === NEW
            ? await writing
                .insertInto('programme')
                .values({ review_id: review, ...row })
                .onConflict((c) => c.column('review_id').doNothing())
                .executeTakeFirst()
            : await writing
                .updateTable('programme')
                .set(row)
                .where('review_id', '=', review)
                .where('version', '=', expected)
                .executeTakeFirst();
        if (!landed(result)) return false;
        const what = expected === NEW ? 'added' : 'changed';
        await note(
          writing,
          { review, thing: 'programme', id: review, version, what, by, at, why, ...besidesOf(signature) },
          file,
        );
        return true;
      });
      return saved
        ? {
            saved,
            stored: { review, version, reviewVersion, file, ...(answer && { answer }), savedAt: at },
          }
        : { saved, theirs: await draftOf(review) };
    },
  };
}
