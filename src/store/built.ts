import { oneMore, over, ownJob } from './job-rows.ts';
import type { JobPort } from './jobs-port.ts';
import type { Sources, StoredProgramme } from './ports.ts';
import { toDraft, writeDraft } from './programmes.ts';
import type { Database } from './schema.ts';

/** Undoes the rest of a transaction: the draft that was to be replaced is another by now. */
class TooLate extends Error {}

/** What becomes of a programme that was built: the draft, in one step with the end of the job, or an offer beside it. */
export const builtIn = (
  db: Database,
  { now }: Pick<Sources, 'now'>,
): Pick<JobPort, 'endBuilt' | 'takeOffered' | 'keepOwn'> => ({
  endBuilt: (id, worker, { told, reviewVersion, file, answer, offer }, signature) =>
    db.transaction().execute(async (writing) => {
      const at = now().toISOString();
      const found = { told, found: file, answer: JSON.stringify(answer), review_version: reviewVersion };
      const mine = await ownJob(writing, id, worker)
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
});
