import type { ContactEntry, PeerEntry } from '../../review/file.ts';
import type { Contact, Peer } from '../../review/people.ts';
import type { Week } from '../../time/week.ts';
import { orAbsent, type Writing } from './absent.ts';
import { diary } from './diary.ts';

export const peer = (week: Week, p: Peer): Writing<PeerEntry> => ({
  id: p.id,
  name: p.name,
  initials: p.initials,
  role: p.role,
  themes: orAbsent(p.themes),
  interviews: p.interviews,
  diary: diary(week, p.diary),
  knows: orAbsent(p.knows),
  relationship: p.relationship && {
    what: p.relationship.what,
    acceptedBy: p.relationship.acceptedBy,
    at: p.relationship.at,
  },
  access: orAbsent(p.access),
  dietary: p.dietary,
  email: p.email,
});

export const contact = (week: Week, c: Contact): Writing<ContactEntry> => ({
  id: c.id,
  name: c.name,
  jobTitle: c.jobTitle === '' ? undefined : c.jobTitle,
  organisation: c.organisation,
  roles: orAbsent(c.roles),
  email: c.email,
  phone: c.phone,
  pa: c.pa && { name: c.pa.name, email: c.pa.email },
  office: c.office && {
    site: c.office.site,
    name: c.office.name,
    building: c.office.building,
    access: orAbsent(c.office.access),
  },
  diary: diary(week, c.diary),
  early: c.early,
  key: c.key,
  phoneAgreed: orAbsent(c.phoneAgreed),
  access: orAbsent(c.access),
  child: orAbsent(c.child),
  representsCouncil: c.representsCouncil,
});
