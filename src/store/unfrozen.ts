import type { Writing } from './schema.ts';

/**
 * Within this transaction, and for nobody else, releases may be altered: to purge a review, to erase a person, to put a
 * backup back. What says so is gone again when the work is done, and was never to be seen from outside.
 */
export async function unfrozen<T>(
  writing: Writing,
  reason: 'purge' | 'erase' | 'restore',
  work: () => Promise<T>,
): Promise<T> {
  await writing.insertInto('unfrozen').values({ reason }).execute();
  const done = await work();
  await writing.deleteFrom('unfrozen').where('reason', '=', reason).execute();
  return done;
}
