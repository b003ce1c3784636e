import type { Writing } from './schema.ts';

/**
 * Has whoever writes to the same review in this way wait until the transaction is over: for what is looked up first and
 * then added or changed, so that of two at the same moment the later builds on what the first one left.
 */
export async function holdReview(writing: Writing, review: string): Promise<void> {
  await writing
    .updateTable('review')
    .set((row) => ({ version: row.ref('version') }))
    .where('id', '=', review)
    .execute();
}
