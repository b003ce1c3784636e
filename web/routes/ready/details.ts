import type { Entry } from '../../../src/entry/entry.ts';
import { addresses } from '../../addresses.ts';

/** Something that is still to be filled in, of a few people or things. */
export interface Missing {
  readonly what: string;
  readonly of: readonly { readonly name: string; readonly href: string }[];
}

const needsContacts = new Set(['interview', 'focus-group', 'debrief']);

/** Names, job titles, places: what is still to be filled in before building, or before anything is printed. */
export function missingDetails(entry: Entry): readonly Missing[] {
  const review = entry.review.id;
  const { contacts = [], sessions = [], sites = [], rooms = [], peers = [] } = entry;
  const people = (list: typeof contacts) =>
    list.map((c) => ({ name: c.name, href: addresses.person(review, c.id) }));
  const held = (list: typeof sessions) =>
    list.map((s) => ({ name: s.title, href: addresses.sessions(review, { edit: s.id }) }));
  const inOffices = new Set(
    sessions.filter((s) => s.place?.office).map((s) => s.host ?? s.contacts?.[0] ?? ''),
  );
  const seen = new Set(sessions.flatMap((s) => s.contacts ?? []));
  const nobody = (text: string, href: string): Missing => ({ what: text, of: [{ name: 'Add', href }] });
  const found: Missing[] = [
    ...(sites.length === 0 ? [nobody('No site has been entered yet.', addresses.places(review))] : []),
    ...(rooms.some((r) => r.baseRoom)
      ? []
      : [nobody('No room is marked as the team’s base room.', addresses.places(review))]),
    ...(sessions.length === 0 ? [nobody('There are no sessions to place yet.', addresses.list(review))] : []),
    ...(peers.filter((p) => p.interviews !== false).length < 2
      ? [nobody('The review manager has not entered the team of peers yet.', addresses.peers(review))]
      : []),
    ...(entry.review.sponsor === undefined
      ? [nobody('Nobody is named as the sponsor of the review.', addresses.people(review))]
      : []),
    ...(entry.review.organiser === undefined
      ? [nobody('Nobody is named as the organiser at the council.', addresses.people(review))]
      : []),
    {
      what: 'No job title: it is printed in the programme and in calendars.',
      of: people(contacts.filter((c) => !c.jobTitle && seen.has(c.id))),
    },
    {
      what: 'No office, and they are to be seen there.',
      of: people(contacts.filter((c) => !c.office && inOffices.has(c.id))),
    },
    {
      what: 'Nobody is named who will be seen.',
      of: held(
        sessions.filter(
          (s) => needsContacts.has(s.kind) && (s.contacts ?? []).length === 0 && s.headcount === undefined,
        ),
      ),
    },
    {
      what: 'Entered, and in no session.',
      of: people(contacts.filter((c) => !seen.has(c.id) && !isHost(entry, c.id))),
    },
  ];
  return found.filter((m) => m.of.length > 0);
}

/** In no session, and still there for a reason: the sponsor, the organiser, somebody at an event or a host. */
const isHost = (entry: Entry, id: string): boolean =>
  entry.review.sponsor === id ||
  entry.review.organiser === id ||
  (entry.sessions ?? []).some((s) => s.host === id) ||
  (entry.review.frame?.days ?? []).some((d) => (d.events ?? []).some((e) => e.contacts?.includes(id)));
