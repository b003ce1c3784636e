import type { ContactEntry, SessionEntry } from '../review/file.ts';
import type { RoleId } from '../review/roles.ts';
import type { Edit, Entry } from './entry.ts';

/** Somebody whom a session that waits for a name can have: they fill the line of the list that it is held for. */
export interface Seat {
  readonly contact: string;
  readonly session: string;
  readonly role: RoleId;
}

/** To sit in a debrief, as the sponsor does, is not to be seen for one’s line of the list. */
const listens = new Set<SessionEntry['kind']>(['interview', 'focus-group']);

/** Everybody on the list who fills a line for which a session is planned that names nobody yet. */
export function seatsIn({ contacts = [], sessions = [] }: Entry): readonly Seat[] {
  const taken = new Set<RoleId>();
  return sessions.flatMap((session) =>
    (session.roles ?? []).flatMap((role) => {
      // Somebody who is seen for the line already is not to be seen twice.
      if (taken.has(role)) return [];
      taken.add(role);
      return unseen(role, contacts, sessions).map((contact) => ({ contact, session: session.id, role }));
    }),
  );
}

function unseen(role: RoleId, contacts: readonly ContactEntry[], sessions: readonly SessionEntry[]) {
  const people = contacts.filter((c) => c.roles?.includes(role)).map((c) => c.id);
  const isSeen = (id: string) => sessions.some((s) => listens.has(s.kind) && s.contacts?.includes(id));
  return people.some(isSeen) ? [] : people;
}

/** Names people in the sessions that wait for them. */
export const seating =
  (seats: readonly Seat[]): Edit =>
  (entry) =>
    seats.length === 0 || !entry.sessions
      ? entry
      : { ...entry, sessions: entry.sessions.map((s) => withNames(s, seats)) };

function withNames(session: SessionEntry, seats: readonly Seat[]): SessionEntry {
  const here = seats.filter((seat) => seat.session === session.id);
  if (here.length === 0) return session;
  const { roles = [], contacts = [], ...rest } = session;
  const left = roles.filter((role) => !here.some((seat) => seat.role === role));
  const named = [...new Set([...contacts, ...here.map((seat) => seat.contact)])];
  return {
    ...rest,
    contacts: named,
    ...(left.length > 0 && { roles: left }),
    ...(rest.headcount !== undefined && { headcount: Math.max(rest.headcount, named.length) }),
  };
}
