import type { Selectable } from 'kysely';
import { besidesOf, note } from './history.ts';
import { landed } from './landed.ts';
import { NEW, type ProgrammePort, type Signature, type Sources, type StoredProgramme } from './ports.ts';
import type { Database, Tables, Writing } from './schema.ts';

/** What is saved of a draft. */
type Draft = Pick<StoredProgramme, 'review' | 'reviewVersion' | 'file' | 'answer'>;

export const toDraft = (row: Selectable<Tables['programme']>): StoredProgramme => ({
  review: row.review_id,
  version: row.version,
  reviewVersion: row.review_version,
  file: row.file,
  ...(row.answer !== null && { answer: JSON.parse(row.answer) }),
  savedAt: row.saved_at,
});

/** Writes a draft over `expected`, within the transaction of whatever goes with it; undefined: too late. */
export async function writeDraft(
  writing: Writing,
  { review, reviewVersion, file, answer }: Draft,
  expected: number,
  signature: Signature,
  at: string,
): Promise<StoredProgramme | undefined> {
  const { by, why } = signature;
  const version = expected + 1;
  const row = {
    version,
    review_version: reviewVersion,
    file,
    answer: answer ? JSON.stringify(answer) : null,
    saved_at: at,
  };
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
  if (!landed(result)) return undefined;
  const what = expected === NEW ? 'added' : 'changed';
  await note(
    writing,
    { review, thing: 'programme', id: review, version, what, by, at, why, ...besidesOf(signature) },
    file,
  );
  return { review, version, reviewVersion, file, ...(answer && { answer }), savedAt: at };
}

export function programmesIn(db: Database, { now }: Sources): ProgrammePort {
  const draftOf = async (review: string): Promise<StoredProgramme | undefined> => {
    const row = await db
      .selectFrom('programme')
      .selectAll()
      .where('review_id', '=', review)
      .executeTakeFirst();
    return row && toDraft(row);
  };
  return {
    draftOf,
    async saveDraft(draft, expected, signature) {
      const at = now().toISOString();
      const stored = await db
        .transaction()
        .execute((writing) => writeDraft(writing, draft, expected, signature, at));
      return stored ? { saved: true, stored } : { saved: false, theirs: await draftOf(draft.review) };
    },
  };
}
