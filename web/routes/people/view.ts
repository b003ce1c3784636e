import type { Entry } from '../../../src/entry/entry.ts';
import { contactFields } from '../../../src/intake/form/contact.ts';
import type { ContactEntry } from '../../../src/review/file.ts';
import { roleOf } from '../../../src/review/roles.ts';
import { addresses } from '../../addresses.ts';
import { bySurname } from '../../by-surname.ts';
import { FormView } from '../entering/form-view.ts';
import type { ListState } from '../entering/handlers.ts';
import { type Column, listView, type Row, sorted, sortingOf, sortText } from '../entering/list-view.ts';
import { removingOf } from '../entering/removing.ts';
import { troubleView } from '../entering/trouble.ts';
import type { AboutEntry } from '../with-entry.ts';
import { organisationsId, rowParts, whoParts } from './contact-form.ts';
import { type Asked, diaryStage } from './diary-words.ts';

const columns: readonly Column[] = [
  { key: 'name', text: 'Name' },
  { key: 'job', text: 'Job title' },
  { key: 'organisation', text: 'Organisation' },
  { key: 'role', text: 'Role on the list' },
  { key: 'office', text: 'Office' },
  { key: 'diary', text: 'Diary' },
  { key: 'sessions', text: 'Sessions' },
];

const roleWords = ({ roles = [] }: ContactEntry): string => roles.map((id) => roleOf(id).label).join('; ');

const officeWords = (entry: Entry, { office }: ContactEntry): string =>
  office ? `${office.name}, ${entry.sites?.find((s) => s.id === office.site)?.name ?? office.site}` : '';

/** The sessions in which somebody is seen. */
export const sessionsOf = (entry: Entry, id: string) =>
  (entry.sessions ?? []).filter((session) => session.contacts?.includes(id));

function keyOf(entry: Entry, key: string, order: ReadonlyMap<string, number>, links: Asked) {
  const keys: Readonly<Record<string, (c: ContactEntry) => string | number>> = {
    name: (c) => order.get(c.id) ?? 0,
    job: (c) => c.jobTitle ?? '',
    organisation: (c) => c.organisation,
    role: roleWords,
    office: (c) => officeWords(entry, c),
    diary: (c) => {
      const { order: first, words } = diaryStage(c, links);
      return `${first} ${words}`;
    },
    sessions: (c) => sessionsOf(entry, c.id).length,
  };
  return keys[key]!;
}

function rowOf(
  { entry, line }: AboutEntry,
  contact: ContactEntry,
  { state, sort, links }: { readonly state: ListState; readonly sort: string; readonly links: Asked },
): Row {
  const at = (what: 'row' | 'duplicate' | 'remove') =>
    `${addresses.entered(line.id, 'people', contact.id, what)}?sort=${encodeURIComponent(sort)}`;
  const count = sessionsOf(entry, contact.id).length;
  const { named, losses, also } = removingOf(entry, 'contacts', contact.id);
  const cancel = addresses.people(line.id, { sort });
  const isEdited = state.edit === contact.id;
  const form = isEdited && new FormView(contactFields(contact), state.trouble, `${contact.id}-`);
  return {
    id: contact.id,
    name: contact.name,
    href: addresses.person(line.id, contact.id),
    cells: [
      contact.jobTitle ? { text: contact.jobTitle } : { text: 'Missing', quiet: true },
      { text: contact.organisation },
      { text: roleWords(contact) },
      { text: officeWords(entry, contact) },
      { text: diaryStage(contact, links).words, href: addresses.diary(line.id, contact.id) },
      count === 0 ? { text: 'None yet', quiet: true } : { text: String(count) },
    ],
    edit: `${addresses.people(line.id, { sort, edit: contact.id })}#row-${contact.id}`,
    duplicate: at('duplicate'),
    ...(named
      ? { askRemove: `${addresses.people(line.id, { sort, remove: contact.id })}#row-${contact.id}` }
      : { remove: at('remove') }),
    ...(form && {
      form: {
        action: at('row'),
        parts: rowParts(entry, form, !state.trouble),
        save: 'Save',
        cancel,
        more: { href: addresses.person(line.id, contact.id), text: 'Everything about them' },
      },
    }),
    ...(state.remove === contact.id && {
      removing: { action: at('remove'), losses, also, cancel },
    }),
  };
}

/** The people to see: a list to add to, change, sort, filter and take from. */
export function peopleView(given: AboutEntry, state: ListState, links: Asked) {
  const { entry, line, seen } = given;
  const contacts = entry.contacts ?? [];
  const sorting = sortingOf(state.sort, columns);
  const order = new Map([...contacts].sort(bySurname).map((c, i) => [c.id, i]));
  const sort = sortText(sorting);
  const adding = state.trouble && !state.edit ? state.trouble : undefined;
  const form = new FormView({ organisation: entry.review.council }, adding);
  const prefix = state.edit ? `${state.edit}-` : '';
  return {
    trouble: troubleView(state.trouble, (field) => `${prefix}${field}`),
    bringIn: addresses.bringIn(line.id),
    list: addresses.list(line.id),
    isEmpty: contacts.length === 0,
    organisationsId,
    organisations: [...new Set([entry.review.council, ...contacts.map((c) => c.organisation)])],
    people: listView({
      id: 'people',
      heading: 'People',
      headingHidden: true,
      add: {
        action: `${addresses.newIn(line.id, 'people')}?sort=${encodeURIComponent(sort)}`,
        parts: whoParts(form, state.add !== undefined),
        button: 'Add',
      },
      find: {
        action: `${addresses.found(line.id, 'people')}?sort=${encodeURIComponent(sort)}`,
        label: 'Find',
        value: state.find ?? '',
      },
      columns,
      sorting,
      sortHref: (by) => addresses.people(line.id, { sort: by }),
      rows: sorted(contacts, sorting, keyOf(entry, sorting.key, order, links)).map((c) =>
        rowOf(given, c, { state, sort, links }),
      ),
      empty: 'Nobody is here yet. Type a name above and press Enter.',
      noun: ['person', 'people'],
      seen: state.trouble?.seen ?? seen,
    }),
  };
}
