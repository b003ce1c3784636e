import { randomBytes } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { changeReview } from '../../src/actions/change-review.ts';
import { importReview } from '../../src/actions/import-review.ts';
import { undoChange } from '../../src/actions/undo-change.ts';
import { put, setAbout } from '../../src/entry/edit.ts';
import { itemIn } from '../../src/entry/entry.ts';
import { remove } from '../../src/entry/remove.ts';
import { readEntry } from '../../src/intake/index.ts';
import type { Store } from '../../src/store/ports.ts';
import { openStore } from '../../src/store/store.ts';
import { fixtureText } from '../support/fixtures.ts';

const id = 'westmarch';
const by = (why: string) => ({ by: 'Ada', why });
const now = () => new Date('2026-01-13T10:00:00Z');
let store: Store;
let needs: { store: Store; now: () => Date };

const entryNow = async () => {
  const reading = readEntry((await store.reviews.find(id))?.file ?? '');
  if (!reading.ok) throw new Error('can’t be read');
  return reading.value;
};

beforeEach(async () => {
  store = await openStore(':memory:', { now, randomBytes });
  needs = { store, now };
  await importReview(store, fixtureText('appendix-11.json'), by('Brought in'));
  return () => store.close();
});

describe('changing what is entered', () => {
  it('saves it, counts it and says in the history who did what', async () => {
    const before = await entryNow();
    const result = await changeReview(needs, id, 1, setAbout({ council: 'Newshire' }), by('Named it'));
    expect(result.kind === 'changed' && result.stored.version).toBe(2);
    const after = await entryNow();
    expect(after.review).toEqual({
      ...before.review,
      council: 'Newshire',
      revision: (before.review.revision ?? 1) + 1,
      editedAt: '2026-01-13T10:00:00.000Z',
    });
    expect((await store.reviews.find(id))?.council).toBe('Newshire');
    expect((await store.history.of(id)).map((l) => [l.by, l.why])).toEqual([
      ['Ada', 'Brought in'],
      ['Ada', 'Named it'],
    ]);
  });

  it('writes nothing where nothing changes', async () => {
    const result = await changeReview(needs, id, 1, (entry) => entry, by('Nothing'));
    expect(result.kind).toBe('unchanged');
    expect((await store.history.of(id)).length).toBe(1);
  });

  it('brings two people’s changes together, though one has not seen the other’s', async () => {
    const [first, second] = (await entryNow()).contacts ?? [];
    if (!first || !second) throw new Error('the sample has contacts');
    await changeReview(needs, id, 1, put('contacts', { ...first, name: 'One' }), by('a'));
    const result = await changeReview(needs, id, 1, put('contacts', { ...second, name: 'Two' }), by('b'));
    expect(result.kind).toBe('changed');
    const after = await entryNow();
    expect([itemIn(after, 'contacts', first.id)?.name, itemIn(after, 'contacts', second.id)?.name]).toEqual([
      'One',
      'Two',
    ]);
  });

  it('keeps theirs, and says both, where two change one field', async () => {
    const [first] = (await entryNow()).contacts ?? [];
    if (!first) throw new Error('the sample has contacts');
    await changeReview(needs, id, 1, put('contacts', { ...first, name: 'Theirs' }), by('a'));
    const result = await changeReview(needs, id, 1, put('contacts', { ...first, name: 'Ours' }), by('b'));
    expect(result.kind === 'clash' && result.clashes).toEqual([
      { where: ['contacts', first.id, 'name'], before: first.name, ours: 'Ours', theirs: 'Theirs' },
    ]);
    expect(itemIn(await entryNow(), 'contacts', first.id)?.name).toBe('Theirs');
  });

  it('refuses what has the wrong shape and says where', async () => {
    const [first] = (await entryNow()).rooms ?? [];
    if (!first) throw new Error('the sample has rooms');
    const result = await changeReview(needs, id, 1, put('rooms', { ...first, capacity: -1 }), by('b'));
    expect(result.kind === 'problems' && result.problems.map((p) => p.path)).toEqual(['rooms[0].capacity']);
    expect((await store.reviews.find(id))?.version).toBe(1);
  });

  it('lets all of many people through who change different things at the same moment', async () => {
    const contacts = (await entryNow()).contacts ?? [];
    const results = await Promise.all(
      contacts
        .slice(0, 5)
        .map((c) => changeReview(needs, id, 1, put('contacts', { ...c, name: `New ${c.id}` }), by(c.id))),
    );
    expect(results.map((r) => r.kind)).toEqual(Array(5).fill('changed'));
    const names = (await entryNow()).contacts?.slice(0, 5).map((c) => c.name);
    expect(names).toEqual(contacts.slice(0, 5).map((c) => `New ${c.id}`));
  });

  it('says so for a review that is not there', async () => {
    expect(await changeReview(needs, 'none', 1, (entry) => entry, by('x'))).toEqual({ kind: 'gone' });
  });
});

describe('undoing', () => {
  it('brings back a person with all that went with them, and keeps what was done after it', async () => {
    const before = await entryNow();
    const person = before.contacts?.[0];
    const other = before.contacts?.[1];
    if (!person || !other) throw new Error('the sample has contacts');
    await changeReview(needs, id, 1, remove('contacts', person.id), by('Removed'));
    await changeReview(needs, id, 2, put('contacts', { ...other, name: 'Later' }), by('Renamed'));
    const result = await undoChange(needs, id, 2, by('Undid'));
    expect(result.kind).toBe('changed');
    const after = await entryNow();
    const expected = put('contacts', { ...other, name: 'Later' })(before);
    expect({ ...after, review: null }).toEqual({ ...expected, review: null });
  });

  it('can itself be undone', async () => {
    await changeReview(needs, id, 1, setAbout({ council: 'Newshire' }), by('Named it'));
    await undoChange(needs, id, 2, by('Undid'));
    expect((await store.reviews.find(id))?.council).not.toBe('Newshire');
    await undoChange(needs, id, 3, by('Did again'));
    expect((await store.reviews.find(id))?.council).toBe('Newshire');
  });

  it('stands back where somebody has changed the same thing since', async () => {
    await changeReview(needs, id, 1, setAbout({ council: 'A' }), by('a'));
    await changeReview(needs, id, 2, setAbout({ council: 'B' }), by('b'));
    expect((await undoChange(needs, id, 2, by('Undid'))).kind).toBe('clash');
    expect((await store.reviews.find(id))?.council).toBe('B');
  });

  it('leaves the first version alone', async () => {
    expect((await undoChange(needs, id, 1, by('Undid'))).kind).toBe('gone');
  });
});
