import type { ContactEntry, PeerEntry } from '../../review/file.ts';
import { withoutGaps } from '../edit.ts';
import type { Entry } from '../entry.ts';
import { ERASED, eraser, type Known } from './terms.ts';

/** What stays of a contact: whom they stood for, without which sessions would point at nobody. */
const bareContact = ({ id, organisation, roles }: ContactEntry): ContactEntry =>
  withoutGaps({ id, name: ERASED, organisation, roles }) as ContactEntry;

/** What stays of a peer: what they did on the team. */
const barePeer = ({ id, role, themes, interviews }: PeerEntry): PeerEntry =>
  withoutGaps({ id, name: ERASED, role, themes, interviews }) as PeerEntry;

/** Every text of a value, changed. Keys stay: none is about anybody. */
export function everyText(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return value.map((one) => everyText(one, change));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, everyText(one, change)]));
}

/**
 * Takes somebody out of an entry: their record holds no more than what others need to stand, and every text that names
 * them, wherever it is, says “Erased person”.
 */
export function erasePerson(entry: Entry, known: Known): Entry {
  const bare = <T extends { readonly id: string }>(people: readonly T[] | undefined, strip: (p: T) => T) =>
    people?.map((person) => (person.id === known.id ? strip(person) : person));
  const stripped = withoutGaps({
    ...entry,
    peers: bare(entry.peers, barePeer),
    contacts: bare(entry.contacts, bareContact),
  });
  return everyText(stripped, eraser(known)) as Entry;
}
