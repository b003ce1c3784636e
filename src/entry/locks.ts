import type { LockEntry } from '../review/file.ts';
import { withoutGaps } from './edit.ts';
import type { Edit } from './entry.ts';

/** What of a placement can be held as it is, each apart. */
export type LockedPart = 'time' | 'place' | 'peers';

const parts: readonly LockedPart[] = ['time', 'place', 'peers'];

/** Holds one part of where a session is, with who did and why; over who did before. */
export const lock =
  (session: string, part: LockedPart, by: string, because: string): Edit =>
  (entry) => {
    const { locks = [], ...rest } = unlock(session, part)(entry);
    return { ...rest, locks: [...locks, { session, [part]: true, by, because }] };
  };

/** Lets one part go; what else is held of the session stays held, by whoever held it. */
export const unlock =
  (session: string, part: LockedPart): Edit =>
  (entry) => {
    if (!entry.locks) return entry;
    const locks = entry.locks.flatMap((held): readonly LockEntry[] => {
      if (held.session !== session || !held[part]) return [held];
      const left: LockEntry = withoutGaps({ ...held, [part]: undefined });
      return parts.some((p) => left[p]) ? [left] : [];
    });
    return { ...entry, locks };
  };
