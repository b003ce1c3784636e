import { expect, it } from 'vitest';
import { put, setAbout } from '../../src/entry/edit.ts';
import type { Edit } from '../../src/entry/entry.ts';
import { remove } from '../../src/entry/remove.ts';
import { sameSubstance } from '../../src/entry/substance.ts';
import { readEntry } from '../../src/intake/index.ts';
import { fixtureText } from '../support/fixtures.ts';

const reading = readEntry(fixtureText('appendix-11.json'));
if (!reading.ok) throw new Error('appendix-11 can’t be read');
const base = reading.value;
const contact = base.contacts?.[0];
const session = base.sessions?.[0];
if (!contact || !session) throw new Error('the sample has contacts and sessions');

const lock = { session: session.id, time: true, by: 'Ada', because: 'Told already' };

it.each<[string, Edit]>([
  ['edits are counted', setAbout({ revision: 99, editedAt: '2026-02-01T00:00:00Z' })],
  ['the draft is shared or approved', setAbout({ sharedAt: '2026-02-01T00:00:00Z' })],
  ['somebody gets an e-mail address', put('contacts', { ...contact, email: 'a@example.org' })],
  ['a job title is mended', put('contacts', { ...contact, jobTitle: 'Head of Something' })],
  ['something is locked where it is', (entry) => ({ ...entry, locks: [lock] })],
])('a programme is as good as before when %s', (_, edit) =>
  expect(sameSubstance(base, edit(base))).toBe(true),
);

it.each<[string, Edit]>([
  ['a diary', put('contacts', { ...contact, diary: { busy: [{ day: 2 }] } })],
  ['a session', put('sessions', { ...session, minutes: 30 })],
  ['who is there', remove('contacts', contact.id)],
  ['the week', setAbout({ firstDay: '2026-03-30' })],
  ['streams', setAbout({ streams: 3 })],
  ['weights', setAbout({ weights: { 'fair-load': 9 } })],
  [
    'an exception',
    (entry) => ({
      ...entry,
      waivers: [
        { rule: 'by-phone', about: contact.id, by: 'Ada', at: '2026-02-01T00:00:00Z', because: 'Abroad' },
      ],
    }),
  ],
])('a programme is another when %s is changed', (_, edit) =>
  expect(sameSubstance(base, edit(base))).toBe(false),
);
