import type { Selectable } from 'kysely';
import type { Stage } from '../release/stages.ts';
import type { Agreement, AgreementPort } from './agreement-port.ts';
import { note } from './history.ts';
import { landed } from './landed.ts';
import { NEW, type Signature, type Sources } from './ports.ts';
import type { Database, Tables, Writing } from './schema.ts';

const toAgreement = (row: Selectable<Tables['agreement']>): Agreement => ({
  review: row.review_id,
  version: row.version,
  stage: row.stage as Stage,
  programmeVersion: row.programme_version,
  by: row.signed_by,
  at: row.signed_at,
  note: row.note,
});

/** Moves the agreement of a review to a stage, within the transaction of whatever goes with it; false: too late. */
export async function moveStage(
  writing: Writing,
  review: string,
  expected: number,
  { stage, programmeVersion, note: said }: { stage: Stage; programmeVersion: number; note: string },
  { by, why }: Signature,
  at: string,
): Promise<boolean> {
  const version = expected + 1;
  const row = {
    version,
    stage,
    programme_version: programmeVersion,
    signed_by: by,
    signed_at: at,
    note: said,
  };
  const result =
    expected === NEW
      ? await writing
          .insertInto('agreement')
          .values({ review_id: review, ...row })
          .onConflict((c) => c.column('review_id').doNothing())
          .executeTakeFirst()
      : await writing
          .updateTable('agreement')
          .set(row)
          .where('review_id', '=', review)
          .where('version', '=', expected)
          .executeTakeFirst();
  if (!landed(result)) return false;
  const what = expected === NEW ? 'added' : 'changed';
  await note(writing, { review, thing: 'agreement', id: review, version, what, by, at, why });
  return true;
}

export function agreementsIn(db: Database, { now }: Sources): AgreementPort {
  const of = async (review: string): Promise<Agreement> => {
    const row = await db
      .selectFrom('agreement')
      .selectAll()
      .where('review_id', '=', review)
      .executeTakeFirst();
    return row ? toAgreement(row) : { review, version: NEW, stage: 'draft' };
  };
  return {
    of,
    async move(review, expected, to, signature) {
      const at = now().toISOString();
      const saved = await db
        .transaction()
        .execute((writing) => moveStage(writing, review, expected, to, signature, at));
      const today = await of(review);
      return saved ? { saved, stored: today } : { saved, theirs: today };
    },
  };
}
