import type { LockEntry } from '../review/file.ts';
import type { Edit } from './entry.ts';

/** Holds a session as the programme has it, in place of what held it before. */
export const locking =
  (lock: LockEntry): Edit =>
  (entry) => ({
    ...entry,
    locks: [...(entry.locks ?? []).filter((l) => l.session !== lock.session), lock],
  });

/** Nothing holds a session any more. */
export const unlocking =
  (session: string): Edit =>
  (entry) => ({ ...entry, locks: (entry.locks ?? []).filter((l) => l.session !== session) });
