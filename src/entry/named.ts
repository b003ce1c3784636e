import type { ContactEntry } from '../review/file.ts';
import type { RoleId } from '../review/roles.ts';
import { put } from './edit.ts';
import type { Entry } from './entry.ts';
import { newPersonId } from './new-person-id.ts';

const plain = (text: string): string => text.normalize('NFC').replace(/\s+/g, ' ').trim().toLowerCase();

/** The contact of this name, whatever its capitals; undefined where there is none, or more than one. */
export function contactNamed(entry: Entry, name: string): ContactEntry | undefined {
  const found = (entry.contacts ?? []).filter((contact) => plain(contact.name) === plain(name));
  return found.length === 1 ? found[0] : undefined;
}

/** What is said of somebody by name: a job title or organisation left out leaves what is known of them. */
export interface Said {
  readonly name: string;
  readonly jobTitle?: string | undefined;
  /** Default of somebody new: the council. */
  readonly organisation?: string | undefined;
  /** Lines of the Appendix 10 list that they fill, besides those that they fill already. */
  readonly roles?: readonly RoleId[];
}

/** The entry with somebody of this name among the contacts, and their id: one who is there already, or somebody new. */
export function withPerson(
  entry: Entry,
  { name, jobTitle, organisation, roles = [] }: Said,
): { readonly entry: Entry; readonly id: string } {
  const there = contactNamed(entry, name);
  const all = [...new Set([...(there?.roles ?? []), ...roles])];
  const contact: ContactEntry = {
    ...(there ?? {
      id: newPersonId(entry, 'contacts', name),
      name,
      organisation: organisation ?? entry.review.council,
    }),
    ...(jobTitle !== undefined && { jobTitle }),
    ...(there && organisation !== undefined && { organisation }),
    ...(all.length > 0 && { roles: all }),
  };
  return { entry: put('contacts', contact)(entry), id: contact.id };
}
