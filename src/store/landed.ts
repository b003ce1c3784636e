import type { InsertResult, UpdateResult } from 'kysely';

/** Whether a write found its row: none means that somebody else was first, on every database alike. */
export const landed = (result: InsertResult | UpdateResult): boolean =>
  ('numUpdatedRows' in result ? result.numUpdatedRows : (result.numInsertedOrUpdatedRows ?? 0n)) > 0n;
