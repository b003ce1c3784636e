import type { Entry } from '../../../src/entry/entry.ts';
import { itemIn } from '../../../src/entry/entry.ts';
import type { Names } from '../../../src/intake/form/frame.ts';

const plain = (text: string): string => text.replace(/\s+/g, ' ').trim().toLowerCase();

/** The one whose name (or initials, or id) it is; undefined for nobody, or more than one. */
function named(
  people: readonly { id: string; name: string; initials?: string }[],
  text: string,
): string | undefined {
  const found = people.filter(({ id, name, initials = '' }) =>
    [id, name, initials].some((word) => word !== '' && plain(word) === plain(text)),
  );
  return found.length === 1 ? found[0]?.id : undefined;
}

/** Whom and what the form of a day may name. */
export const namesIn = (entry: Entry): Names => ({
  peer: (name) => named(entry.peers ?? [], name),
  contact: (name) => named(entry.contacts ?? [], name),
  isRoom: (id) => itemIn(entry, 'rooms', id) !== undefined,
  isSite: (id) => itemIn(entry, 'sites', id) !== undefined,
});
