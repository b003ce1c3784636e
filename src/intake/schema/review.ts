import { z } from 'zod';
import type { ReviewEntry, ReviewFile } from '../../review/file.ts';
import {
  date,
  group,
  id,
  idOf,
  instant,
  line,
  list,
  may,
  oneOf,
  points,
  schemaLink,
  version,
  whole,
  yesNo,
} from './field.ts';
import { frame, streams } from './frame.ts';
import { contact, declined, meeting, pairings, peer } from './people.ts';
import { room, site, travel } from './places.ts';
import { lock, session, waiver } from './session.ts';

const options = group<NonNullable<ReviewEntry['options']>>()('the options', {
  caseRecords: may(yesNo).describe('A case records review is held (Appendix 13). Default: false.'),
  caseRecordingReview: may(yesNo).describe('A peer reviews the case recording system. Default: false.'),
  auditValidation: may(yesNo).describe(
    'Audits are validated before the week (Appendix 12); nothing on site follows from it. Default: false.',
  ),
  intervention: may(yesNo).describe(
    'The council is in intervention (Appendix 18): more people are to be seen. Default: false.',
  ),
});

const moreStreams = group<NonNullable<ReviewEntry['moreStreams']>>()('the limit of streams', {
  limit: streams.describe('The most streams that may run at once.'),
  when: oneOf(['never', 'seldom', 'as-needed']).describe(
    'Never: the limit does not count. The other two allow it, and each session beyond the usual streams costs.',
  ),
});

const theme = group<{ readonly id: string; readonly title: string }>()('a key line of enquiry', {
  id,
  title: line('the title to print').describe('What is printed.'),
});

const numbers = z.record(z.string(), points, { error: 'Give numbers by name, as { "fair-load": 3 }.' });

const about = group<ReviewEntry>()('a review', {
  id: id.describe('The id of the review: part of addresses and of calendars.'),
  council: line('the name of the council').describe('The name of the council.'),
  firstDay: date.describe('The date of day 1 of the on-site week.'),
  timeZone: may(line('a time zone, such as "Europe/London"', 60)).describe(
    'The zone of every local time. Default: Europe/London.',
  ),
  revision: may(whole(1, 1_000_000_000)).describe('Counts the changes; printed as the version. Default: 1.'),
  editedAt: instant.describe(
    'When it was last changed: a moment in UTC, such as 2026-01-12T09:30:00Z. Stamped on paper and in calendars.',
  ),
  streams: may(streams).describe('How many sessions usually run at once. Default: 2.'),
  moreStreams: may(moreStreams).describe('Whether more may run at once. Default: never.'),
  sponsor: may(idOf('a contact')).describe('The contact who sponsors the review.'),
  organiser: may(idOf('a contact')).describe('The contact who organises it at the council.'),
  options: may(options).describe('Which optional parts the review has.'),
  keyLinesOfEnquiry: may(list(theme, 50)).describe('What the council added to the five standard themes.'),
  weights: may(numbers).describe(
    'Points of wishes that the council changed, by rule or rule/part: { "fair-load": 3 }.',
  ),
  limits: may(numbers).describe('Limits that the council changed, by name: { "evening-limit/week": 3 }.'),
  sharedAt: may(instant).describe('When the draft was first shared.'),
  approvedAt: may(instant).describe('When the programme was approved.'),
  frame: may(frame).describe('Default: the frame of Appendix 11.'),
});

/** A review in a file. */
export const reviewFile = group<ReviewFile>()('a review file', {
  peerweek: version,
  $schema: may(schemaLink),
  review: about.describe('The council, its week and what was settled about it.'),
  peers: may(list(peer, 100)).describe('The visiting team.'),
  pairings: may(pairings).describe('Who is to work with whom.'),
  contacts: may(list(contact)).describe('The people whom the team sees.'),
  meetings: may(list(meeting, 500)).describe('Meetings of the council that keep several of them.'),
  declined: may(list(declined, 200)).describe(
    'Lines of the Appendix 10 list that nobody is seen for, and why.',
  ),
  sites: may(list(site, 60)).describe('Places that one travels between.'),
  travel: may(list(travel, 2000)).describe('How long one travels between two sites.'),
  rooms: may(list(room, 500)).describe('Rooms that sessions may be held in.'),
  sessions: may(list(session)).describe('What is to be placed.'),
  locks: may(list(lock)).describe('What building and mending leave as it is.'),
  waivers: may(list(waiver)).describe('The review manager’s recorded exceptions to rules.'),
}) satisfies z.ZodType<ReviewFile>;
