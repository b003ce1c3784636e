import type { LockEntry, PlaceNeedEntry, SessionEntry } from '../../review/file.ts';
import type { PlaceNeed } from '../../review/places.ts';
import { type Lock, type Session, type SessionKind, usualMinutes } from '../../review/session.ts';
import { given } from '../given.ts';
import { minuteIn, type Times } from '../times.ts';
import { usualPeers, usualPlace } from '../usual.ts';

/** `days` are the first and the last day on which anything can be placed. */
export const toSession = (times: Times, days: readonly [number, number], entry: SessionEntry): Session => ({
  ...given(entry, 'id', 'kind', 'title', 'host', 'priority', 'visit'),
  contacts: entry.contacts ?? [],
  headcount: entry.headcount ?? Math.max(1, entry.contacts?.length ?? 0),
  roles: entry.roles ?? [],
  themes: entry.themes ?? [],
  minutes: entry.minutes ?? usualMinutes[entry.kind],
  place: toPlace(entry.kind, entry.place),
  peers: { count: entry.peers?.count ?? usualPeers(entry.kind), named: entry.peers?.named ?? [] },
  includes: entry.includes ?? [],
  ...(entry.fixed !== undefined && { fixed: minuteIn(times.local(entry.fixed)) }),
  earliestDay: entry.earliestDay ?? Math.min(days[0], entry.latestDay ?? 5),
  latestDay: entry.latestDay ?? Math.max(days[1], entry.earliestDay ?? 0),
  after: entry.after ?? [],
  evening: entry.evening ?? false,
  youngPeople: entry.youngPeople ?? false,
  caseRecords: entry.caseRecords ?? false,
  substitutes: entry.substitutes ?? [],
});

/** What a place says; where it names none of the four, those that are usual for the kind, less what it refuses. */
function toPlace(kind: SessionKind, entry: PlaceNeedEntry = {}): PlaceNeed {
  const equipment = entry.equipment ?? [];
  const own = given(entry, 'office', 'room', 'site', 'phone', 'atSite');
  if (entry.office || entry.room || entry.site !== undefined || entry.phone) return { ...own, equipment };
  return { ...usualPlace[kind], ...own, equipment };
}

export const toLock = (entry: LockEntry): Lock => ({
  ...entry,
  time: entry.time ?? false,
  place: entry.place ?? false,
  peers: entry.peers ?? false,
});
