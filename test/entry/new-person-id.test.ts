import { describe, expect, it } from 'vitest';
import type { Entry } from '../../src/entry/entry.ts';
import { newPersonId } from '../../src/entry/new-person-id.ts';

const empty: Entry = {
  peerweek: 1,
  review: { id: 'sample', council: 'Sampleshire', firstDay: '2026-03-23', editedAt: '2026-01-12T09:00:00Z' },
};

describe('the id of somebody new', () => {
  it('holds nothing of them, and says what they are', () => {
    expect(newPersonId(empty, 'contacts')).toMatch(/^contact-[a-z0-9]{1,7}$/);
    expect(newPersonId(empty, 'peers')).toMatch(/^peer-[a-z0-9]{1,7}$/);
  });

  it('is another for each of many who are put in at once', () => {
    let entry = empty;
    for (let n = 0; n < 300; n++) {
      const id = newPersonId(entry, 'contacts');
      entry = {
        ...entry,
        contacts: [...(entry.contacts ?? []), { id, name: 'Ann', organisation: 'Sampleshire' }],
      };
    }
    expect(new Set(entry.contacts?.map((c) => c.id)).size).toBe(300);
  });

  it('is another for two who are added by two people at the same moment, and one where it is the same person', () => {
    const [ann, bob, again] = ['Ann', 'Bob', 'Ann'].map((name) => newPersonId(empty, 'contacts', name));
    expect(ann).not.toBe(bob);
    expect(ann).toBe(again);
  });

  it('is not the one of somebody who was taken out in an earlier revision', () => {
    const first = newPersonId(empty, 'contacts');
    const later: Entry = { ...empty, review: { ...empty.review, revision: 3 } };
    expect(newPersonId(later, 'contacts')).not.toBe(first);
  });
});
