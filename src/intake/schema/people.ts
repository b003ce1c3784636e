import { z } from 'zod';
import type { ContactEntry, DeclinedEntry, PairingsEntry, PeerEntry } from '../../review/file.ts';
import { peerRoles } from '../../review/people.ts';
import { appendix10, type RoleId } from '../../review/roles.ts';
import { diary } from './diary.ts';
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
  what: line('what the relationship with the council is'),
  acceptedBy: may(line('who at the council accepted it')),
  at: may(dateOrInstant),
});

export const peer = group<PeerEntry>()('a peer', {
  id,
  name: line('the name to print'),
  initials: may(
    z
      .string({ error: 'Give two to four letters.' })
      .regex(/^[\p{L}\p{N}]{2,4}$/u, { error: 'Give two to four letters.' }),
  ).describe('Two to four letters for the grid; made from the name where left out.'),
  role: oneOf(peerRoles),
  themes: may(list(idOf('a theme'), 50)),
  interviews: may(yesNo).describe('Takes sessions of every kind. Default: all do but the review manager.'),
  diary: may(diary),
  knows: may(list(idOf('a contact'))).describe('Contacts with whom the peer has declared a relationship.'),
  relationship: may(relationship).describe('A declared relationship with the council itself.'),
  access: may(access),
  dietary: may(text('what the peer eats or can’t eat')),
  email: may(email),
});

const pairs = list(pairOf(idOf('a peer'), 'Give the ids of two peers, as ["…", "…"].'));
export const pairings = group<PairingsEntry>()('the pairings', {
  fixed: may(pairs),
  preferred: may(pairs),
  forbidden: may(pairs),
});

const office = group<NonNullable<ContactEntry['office']>>()('an office', {
  site: idOf('a site'),
  name: line('where to go, such as "Room 3.12"'),
  building: may(line('the building')),
  access: may(access),
});

export const contact = group<ContactEntry>()('a contact', {
  id,
  name: line('the name to print'),
  jobTitle: may(line('the job title to print')),
  organisation: line('the organisation: the council, or the partner'),
  roles: may(list(role, 60)),
  email: may(email),
  phone: may(line('a telephone number', 60)),
  office: may(office),
  diary: may(diary),
  early: may(
    z.union([yesNo, whole(1, 5, 'a day')], {
      error: 'Give true, false, or the number of a day from 1 to 5.',
    }),
  ).describe('To be seen in the first half of the week, or by this day. Default: as the role asks.'),
  key: may(yesNo).describe('Key strategic: seen individually. Default: as the role asks.'),
  phoneAgreed: may(yesNo).describe('The review manager agreed to see this person by phone or video.'),
  access: may(access),
  child: may(yesNo),
  representsCouncil: may(yesNo).describe('Default: whether the organisation is the council.'),
});

export const declined = group<DeclinedEntry>()('a role that is not seen', {
  role,
  because: text('the reason why nobody in this role is seen'),
  acceptedBy: may(line('who accepted the reason')),
  at: may(dateOrInstant),
});
