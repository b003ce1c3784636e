import type { LockEntry, SessionEntry } from '../../review/file.ts';
import type { Lock, Session } from '../../review/session.ts';
import { type Week, writeLocal } from '../../time/week.ts';
import { orAbsent, type Writing } from './absent.ts';

export const session = (week: Week, s: Session): Writing<SessionEntry> => ({
  id: s.id,
  kind: s.kind,
  title: s.title,
  contacts: orAbsent(s.contacts),
  host: s.host,
  headcount: s.headcount,
  roles: orAbsent(s.roles),
  themes: orAbsent(s.themes),
  priority: s.priority,
  minutes: s.minutes,
  place: {
    office: s.place.office,
    room: s.place.room,
    site: s.place.site,
    phone: s.place.phone,
    atSite: s.place.atSite,
    equipment: orAbsent(s.place.equipment),
  },
  peers: { count: s.peers.count, named: orAbsent(s.peers.named) },
  visit: s.visit,
  includes: orAbsent(s.includes),
  fixed: s.fixed === undefined ? undefined : writeLocal(week, s.fixed),
  earliestDay: s.earliestDay,
  latestDay: s.latestDay,
  after: orAbsent(s.after),
  evening: orAbsent(s.evening),
  youngPeople: orAbsent(s.youngPeople),
  caseRecords: orAbsent(s.caseRecords),
  substitutes: orAbsent(s.substitutes.map(substitute)),
});

const substitute = (s: Session['substitutes'][number]) => ({
  for: s.for,
  by: s.by,
  agreedBy: s.agreedBy,
  at: s.at,
  because: s.because,
});

export const lock = (l: Lock): Writing<LockEntry> => ({
  session: l.session,
  time: orAbsent(l.time),
  place: orAbsent(l.place),
  peers: orAbsent(l.peers),
  by: l.by,
  because: l.because,
});
