import type { Entry } from '../entry/entry.ts';
import { newPersonId } from '../entry/new-person-id.ts';
import { ERASED, type Known } from '../entry/person/terms.ts';
import { readEntry } from '../intake/index.ts';
import type { Store } from '../store/ports.ts';

/** A version of a review's entry, with who made it. */
export interface Version {
  readonly version: number;
  readonly at: string;
  readonly by: string;
  readonly entry: Entry;
}

/** Every version of what was entered about a review that can still be read, the oldest first. */
export async function* versionsOf(store: Pick<Store, 'history'>, review: string): AsyncGenerator<Version> {
  for (const { thing, id, version, at, by } of await store.history.of(review)) {
    if (thing !== 'review') continue;
    const file = await store.history.fileAt('review', id, version);
    const reading = file === undefined ? undefined : readEntry(file);
    if (reading?.ok) yield { version, at, by, entry: reading.value };
  }
}

/** Somebody who is or was in a review, by the name that they had last. */
export interface SomebodyThere {
  readonly id: string;
  readonly name: string;
  readonly what: 'contact' | 'peer';
}

const everybodyIn = ({ contacts = [], peers = [] }: Entry): readonly SomebodyThere[] => [
  ...contacts.map(({ id, name }) => ({ id, name, what: 'contact' as const })),
  ...peers.map(({ id, name }) => ({ id, name, what: 'peer' as const })),
];

/** Who was in a review once and is no more: their names still stand in its history. Erased people are not among them. */
export async function peopleBefore(
  store: Pick<Store, 'history'>,
  now: Entry,
  review: string,
): Promise<readonly SomebodyThere[]> {
  const gone = new Map<string, SomebodyThere>();
  for await (const { entry } of versionsOf(store, review))
    for (const person of everybodyIn(entry)) gone.set(person.id, person);
  for (const { id } of everybodyIn(now)) gone.delete(id);
  return [...gone.values()].filter(({ name }) => name !== ERASED);
}

/** By what somebody is or was known in a review, in all its versions; undefined for somebody who never was in it. */
export async function knownIn(
  store: Pick<Store, 'history'>,
  entry: Entry,
  review: string,
  id: string,
): Promise<(Known & { readonly emails: readonly string[] }) | undefined> {
  const [names, emails, phones, others] = [
    new Set<string>(),
    new Set<string>(),
    new Set<string>(),
    new Set<string>(),
  ];
  let list: 'contacts' | 'peers' = 'contacts';
  const look = ({ contacts = [], peers = [] }: Entry) => {
    for (const record of [...contacts, ...peers]) {
      const phone = 'phone' in record ? record.phone : undefined;
      if (record.id !== id) for (const word of [record.name, record.email, phone]) if (word) others.add(word);
      if (record.id !== id || record.name === ERASED) continue;
      if ('role' in record) list = 'peers';
      names.add(record.name);
      if (record.email) emails.add(record.email);
      if (phone) phones.add(phone);
    }
  };
  for await (const version of versionsOf(store, review)) look(version.entry);
  look(entry);
  if (names.size === 0) return undefined;
  // A namesake's name, an assistant's address, the telephone of an office: theirs too, and left to them.
  const own = (words: ReadonlySet<string>) => [...words].filter((word) => !others.has(word));
  return {
    id,
    // Short: ids of sessions that were made from a name have it in the middle, and may be so long and no longer.
    newId: newPersonId(entry, list).replace(/^[a-z]+-/, 'e'),
    names: own(names),
    emails: own(emails),
    reachedAt: [...own(emails), ...own(phones)],
  };
}
