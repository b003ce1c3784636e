import { z } from 'zod';
import type {
  ContactEntry,
  DeclinedEntry,
  MeetingEntry,
  PairingsEntry,
  PeerEntry,
} from '../../review/file.ts';
import { peerRoles } from '../../review/people.ts';
import { appendix10, type RoleId } from '../../review/roles.ts';
import { diary, spans } from './diary.ts';
import {
  access,
  dateOrInstant,
  email,
  group,
  id,
  idOf,
  line,
  list,
  may,
  oneOf,
  pairOf,
  text,
  whole,
  yesNo,
} from './field.ts';

const roleIds = appendix10.map((r) => r.id) as [RoleId, ...RoleId[]];
/** A line of the Appendix 10 list. */
export const role = z.enum(roleIds).describe('A line of the Appendix 10 list of people to see.');

const relationship = group<NonNullable<PeerEntry['relationship']>>()('a relationship', {
  what: line('what the relationship with the council is').describe('What it is.'),
  acceptedBy: may(line('who at the council accepted it')).describe('Who at the council accepted it.'),
  at: may(dateOrInstant).describe('When it was accepted: a date, or a moment in UTC.'),
});

export const peer = group<PeerEntry>()('a peer', {
  id,
  name: line('the name to print').describe('What is printed.'),
  initials: may(
    z
      .string({ error: 'Give two to four letters.' })
      .regex(/^[\p{L}\p{N}]{2,4}$/u, { error: 'Give two to four letters.' }),
  ).describe('Two to four letters for the grid; made from the name where left out.'),
  role: oneOf(peerRoles).describe('What the peer is in the team.'),
  themes: may(list(idOf('a theme'), 50)).describe(
    'What the peer specialises in: standard themes and key lines of enquiry.',
  ),
  interviews: may(yesNo).describe('Takes sessions of every kind. Default: all do but the review manager.'),
  diary: may(diary).describe('When the peer can and can’t.'),
  knows: may(list(idOf('a contact'))).describe('Contacts with whom the peer has declared a relationship.'),
  relationship: may(relationship).describe('A declared relationship with the council itself.'),
  access: may(access).describe('What the peer needs of places and journeys: step-free, hearing-loop, …'),
  dietary: may(text('what the peer eats or can’t eat')).describe('What the peer eats or can’t eat.'),
  email: may(email).describe('Their e-mail address.'),
});

const pairs = list(pairOf(idOf('a peer'), 'Give the ids of two peers, as ["…", "…"].'));
export const pairings = group<PairingsEntry>()('the pairings', {
  fixed: may(pairs).describe('Two who take sessions only with each other.'),
  preferred: may(pairs).describe('Two who are to work together at least once.'),
  forbidden: may(pairs).describe('Two who never work together.'),
});

const office = group<NonNullable<ContactEntry['office']>>()('an office', {
  site: idOf('a site'),
  name: line('where to go, such as "Room 3.12"').describe('Where to go, such as Room 3.12.'),
  building: may(line('the building')).describe('The building.'),
  access: may(access).describe('What the office offers: step-free, …'),
});

const pa = group<NonNullable<ContactEntry['pa']>>()('a personal assistant', {
  name: may(line('their name')).describe('Their name.'),
  email: email.describe('Their e-mail address.'),
});

export const contact = group<ContactEntry>()('a contact', {
  id,
  name: line('the name to print').describe('What is printed.'),
  jobTitle: may(line('the job title to print')).describe('What is printed.'),
  organisation: line('the organisation: the council, or the partner').describe(
    'The council, or the partner.',
  ),
  roles: may(list(role, 60)).describe('Which lines of the Appendix 10 list this person fills.'),
  email: may(email).describe('Their e-mail address.'),
  phone: may(line('a telephone number', 60)).describe('For sessions by phone.'),
  pa: may(pa).describe('Who keeps their diary, and is written to about it.'),
  office: may(office).describe('Where they may be seen in their own office.'),
  diary: may(diary).describe('When this person can and can’t.'),
  early: may(
    z.union([yesNo, whole(1, 5, 'a day')], {
      error: 'Give true, false, or the number of a day from 1 to 5.',
    }),
  ).describe('To be seen in the first half of the week, or by this day. Default: as the role asks.'),
  key: may(yesNo).describe('Key strategic: seen individually. Default: as the role asks.'),
  phoneAgreed: may(yesNo).describe(
    'The review manager agreed to see this person by phone or video. Default: false.',
  ),
  access: may(access).describe('What this person needs of places: step-free, hearing-loop, …'),
  child: may(yesNo).describe('A child: never seen individually. Default: false.'),
  representsCouncil: may(yesNo).describe(
    'Speaks for the council in a young people’s group. Default: whether the organisation is the council.',
  ),
});

/** A meeting of the council that keeps several people. */
export const meeting = group<MeetingEntry>()('a meeting', {
  id,
  title: line('what the meeting is called').describe('What it is called.'),
  contacts: list(idOf('a contact')).describe('Whom it keeps.'),
  spans: spans.describe('When it is: nobody in it can be seen then.'),
});

export const declined = group<DeclinedEntry>()('a role that is not seen', {
  role,
  because: text('the reason why nobody in this role is seen').describe('Why nobody in it is seen.'),
  acceptedBy: may(line('who accepted the reason')).describe('Who accepted the reason.'),
  at: may(dateOrInstant).describe('When it was accepted: a date, or a moment in UTC.'),
});
