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
import { contact, declined, pairings, peer } from './people.ts';
import { room, site, travel } from './places.ts';
import { lock, session, waiver } from './session.ts';

const options = group<NonNullable<ReviewEntry['options']>>()('the options', {
  caseRecords: may(yesNo),
  caseRecordingReview: may(yesNo),
  auditValidation: may(yesNo),
  intervention: may(yesNo),
});

const moreStreams = group<NonNullable<ReviewEntry['moreStreams']>>()('the limit of streams', {
  limit: streams,
  when: oneOf(['never', 'seldom', 'as-needed']),
});

const theme = group<{ readonly id: string; readonly title: string }>()('a key line of enquiry', {
  id,
  title: line('the title to print'),
});

const numbers = z.record(z.string(), points, { error: 'Give numbers by name, as { "fair-load": 3 }.' });

const about = group<ReviewEntry>()('a review', {
  id,
  council: line('the name of the council'),
  firstDay: date.describe('Day 1 of the on-site week.'),
  timeZone: may(line('a time zone, such as "Europe/London"', 60)),
  revision: may(whole(1, 1_000_000_000)),
  editedAt: instant,
  streams: may(streams),
  moreStreams: may(moreStreams),
  sponsor: may(idOf('a contact')),
  organiser: may(idOf('a contact')),
  options: may(options),
  keyLinesOfEnquiry: may(list(theme, 50)),
  weights: may(numbers).describe('Points that the council changed, by rule or rule/part.'),
  limits: may(numbers).describe('Limits that the council changed, by the name the rule gives them.'),
  sharedAt: may(instant).describe('When the draft was first shared.'),
  approvedAt: may(instant).describe('When the programme was approved.'),
  frame: may(frame).describe('Default: the frame of Appendix 11.'),
});

/** A review in a file. */
export const reviewFile = group<ReviewFile>()('a review file', {
  peerweek: version,
  $schema: may(schemaLink),
  review: about,
  peers: may(list(peer, 100)),
  pairings: may(pairings),
  contacts: may(list(contact)),
  declined: may(list(declined, 200)),
  sites: may(list(site, 60)),
  travel: may(list(travel, 2000)),
  rooms: may(list(room, 500)),
  sessions: may(list(session)),
  locks: may(list(lock)),
  waivers: may(list(waiver)),
}) satisfies z.ZodType<ReviewFile>;
