import { z } from 'zod';
import type {
  LockEntry,
  PlaceNeedEntry,
  SessionEntry,
  SubstituteEntry,
  WaiverEntry,
} from '../../review/file.ts';
import { priorities, sessionKinds, visitKinds } from '../../review/session.ts';
import {
  dateOrInstant,
  day,
  equipment,
  group,
  id,
  idOf,
  line,
  list,
  localTime,
  may,
  oneOf,
  quarters,
  text,
  whole,
  yesNo,
} from './field.ts';
import { role } from './people.ts';

const place = group<PlaceNeedEntry>()('the place of a session', {
  office: may(yesNo).describe('The host’s own office.'),
  room: may(
    z.union([z.literal(true), idOf('a room')], {
      error: 'Give true for any room that fits, or the id of a room.',
    }),
  ),
  site: may(idOf('a site')).describe('Out at a site, in no room of the list.'),
  phone: may(yesNo),
  atSite: may(idOf('a site')).describe('For rooms: only those at this site.'),
  equipment: may(equipment),
});

const substitute = group<SubstituteEntry>()('a substitute', {
  for: idOf('a contact of the session'),
  by: line('the name of who comes instead'),
  agreedBy: may(line('who agreed')),
  at: may(dateOrInstant),
  because: may(text('the reason')),
});

const team = group<NonNullable<SessionEntry['peers']>>()('the peers of a session', {
  count: may(whole(1, 20, 'how many peers, a number')),
  named: may(list(idOf('a peer'), 20)),
});

export const session = group<SessionEntry>()('a session', {
  id,
  kind: oneOf(sessionKinds),
  title: line('the title to print'),
  contacts: may(list(idOf('a contact'), 200)),
  host: may(idOf('a contact')).describe('Default: the first contact.'),
  headcount: may(whole(0, 1000, 'how many people besides the peers, a number')).describe(
    'Default: the contacts.',
  ),
  roles: may(list(role, 60)).describe('Roles covered beyond those of the contacts.'),
  themes: may(list(idOf('a theme'), 50)),
  priority: oneOf(priorities),
  minutes: may(quarters(600)).describe('The contact’s time. Default: the usual length of the kind.'),
  place: may(place),
  peers: may(team),
  visit: may(oneOf(visitKinds)),
  includes: may(list(idOf('a session'), 50)).describe('Sessions held in the course of this visit.'),
  fixed: may(localTime).describe('The only start there can be.'),
  earliestDay: may(day),
  latestDay: may(day),
  after: may(list(idOf('a session'), 200)).describe('Sessions that end before this one starts.'),
  evening: may(yesNo).describe('May be held in a window marked as evening.'),
  youngPeople: may(yesNo).describe('A group of young people.'),
  caseRecords: may(yesNo).describe('Practitioners seen for the case records review.'),
  substitutes: may(list(substitute, 200)),
});

export const lock = group<LockEntry>()('a lock', {
  session: idOf('a session'),
  time: may(yesNo),
  place: may(yesNo),
  peers: may(yesNo),
  by: line('who locked it'),
  because: text('the reason'),
});

export const waiver = group<WaiverEntry>()('a waiver', {
  rule: idOf('a rule that may be waived (see peerweek rules)'),
  about: idOf('the session or person that it is about'),
  by: line('who granted it'),
  at: dateOrInstant,
  because: text('the reason'),
});
