import { type Entry, itemIn } from './entry.ts';

const words = { contacts: 'contact', peers: 'peer' } as const;

/** FNV-1a, 32 bits. */
const hash = (text: string): number => {
  let sum = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) sum = Math.imul(sum ^ text.charCodeAt(i), 0x01000193);
  return sum >>> 0;
};

/**
 * An id for somebody new in a list of people: `contact-1x8k2f`. It says nothing about them, since ids stand in
 * addresses and logs, and those hold no personal data. The same entry gives the same id; once it is saved another. Two
 * people who add somebody at the same moment start from the same entry: `apart`, the name, keeps their two apart, and
 * makes one of it where both add the same person.
 */
export function newPersonId(entry: Entry, list: keyof typeof words, apart = ''): string {
  const { id, revision = 1, editedAt } = entry.review;
  const count = entry[list]?.length ?? 0;
  for (let n = count; ; n++) {
    const made = `${words[list]}-${hash([id, revision, editedAt, list, n, apart].join(' ')).toString(36)}`;
    if (!itemIn(entry, 'contacts', made) && !itemIn(entry, 'peers', made)) return made;
  }
}
