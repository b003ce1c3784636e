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
  ).describe('True: any room that fits; or the id of one.'),
  site: may(idOf('a site')).describe('Out at a site, in no room of the list.'),
  phone: may(yesNo).describe('By phone or video.'),
  atSite: may(idOf('a site')).describe('For rooms: only those at this site.'),
  equipment: may(equipment).describe('What the room must have: projector, flipcharts, …'),
});

const substitute = group<SubstituteEntry>()('a substitute', {
  for: idOf('a contact of the session'),
  by: line('the name of who comes instead').describe('The name of who comes instead.'),
  agreedBy: may(line('who agreed')).describe('Who agreed to it: the review manager has to.'),
  at: may(dateOrInstant).describe('When it was agreed: a date, or a moment in UTC.'),
  because: may(text('the reason')).describe('Why.'),
});

const team = group<NonNullable<SessionEntry['peers']>>()('the peers of a session', {
  count: may(whole(1, 20, 'how many peers, a number')).describe(
    'How many peers take it. Default: two, and one for a record review.',
  ),
  named: may(list(idOf('a peer'), 20)).describe('Peers who have to be among them.'),
});

export const session = group<SessionEntry>()('a session', {
  id,
  kind: oneOf(sessionKinds).describe('What it is.'),
  title: line('the title to print').describe('What is printed.'),
  contacts: may(list(idOf('a contact'), 200)).describe('Who is seen.'),
  host: may(idOf('a contact')).describe('The contact in whose office it may be. Default: the first contact.'),
  headcount: may(whole(0, 1000, 'how many people besides the peers, a number')).describe(
    'How many people come, peers apart. Default: as many as there are contacts.',
  ),
  roles: may(list(role, 60)).describe('Roles covered beyond those of the contacts.'),
  themes: may(list(idOf('a theme'), 50)).describe(
    'What it explores: standard themes and key lines of enquiry.',
  ),
  priority: oneOf(priorities).describe('How important it is to hold it.'),
  minutes: may(quarters(600)).describe(
    'The contact’s time, in quarters of an hour. Default: 60; a focus group or a visit 90.',
  ),
  place: may(place).describe(
    'Where it may be: any one of what is given. Default: the host’s office or any room for an interview or a debrief, any room for a group or a record review; a visit must say.',
  ),
  peers: may(team).describe('How many peers take it, and whom it names.'),
  visit: may(oneOf(visitKinds)).describe(
    'Of a visit: which it is. The first two must be in every programme.',
  ),
  includes: may(list(idOf('a session'), 50)).describe('Sessions held in the course of this visit.'),
  fixed: may(localTime).describe('The only start there can be.'),
  earliestDay: may(day).describe('The first day on which it may be. Default: the first with a window.'),
  latestDay: may(day).describe('The last day on which it may be. Default: the last with a window.'),
  after: may(list(idOf('a session'), 200)).describe('Sessions that end before this one starts.'),
  evening: may(yesNo).describe('May be held in a window marked as evening. Default: false.'),
  youngPeople: may(yesNo).describe('A group of young people. Default: false.'),
  caseRecords: may(yesNo).describe('Practitioners seen for the case records review. Default: false.'),
  substitutes: may(list(substitute, 200)).describe('Who comes in a contact’s place.'),
});

export const lock = group<LockEntry>()('a lock', {
  session: idOf('a session'),
  time: may(yesNo).describe('Its time stays as it is in the programme that is kept. Default: false.'),
  place: may(yesNo).describe('Its place stays. Default: false.'),
  peers: may(yesNo).describe('Its peers stay. Default: false.'),
  by: line('who locked it').describe('Who locked it.'),
  because: text('the reason').describe('Why.'),
});

export const waiver = group<WaiverEntry>()('a waiver', {
  rule: idOf('a rule that may be waived (see peerweek rules)'),
  about: idOf('the session or person that it is about'),
  by: line('who granted it').describe('Who granted it.'),
  at: dateOrInstant.describe('When: a date, or a moment in UTC.'),
  because: text('the reason').describe('Why.'),
});
