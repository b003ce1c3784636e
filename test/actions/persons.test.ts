import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { changeReview } from '../../src/actions/change-review.ts';
import { erasePersonOf } from '../../src/actions/erase-person.ts';
import { exportPerson } from '../../src/actions/export-person.ts';
import { peopleBefore } from '../../src/actions/known-person.ts';
import { openEntry } from '../../src/actions/open-entry.ts';
import { createOpenReview } from '../../src/actions/open-review.ts';
import { put } from '../../src/entry/edit.ts';
import type { Entry } from '../../src/entry/entry.ts';
import { remove } from '../../src/entry/remove.ts';
import { readEntry, readProgramme, readReview } from '../../src/intake/index.ts';
import { NEW, type Store } from '../../src/store/ports.ts';
import { openStore } from '../../src/store/store.ts';
import { openFile } from '../store/open-file.ts';
import { fixtureText } from '../support/fixtures.ts';
import { needs } from '../support/needs.ts';
import { type Postgres, startPostgres } from '../support/postgres.ts';

const now = () => new Date('2026-01-12T10:00:00Z');
const entryIn = async (store: Store): Promise<Entry> => {
  const reading = readEntry((await store.reviews.find('westmarch'))?.file ?? '');
  if (!reading.ok) throw new Error('It can’t be read');
  return reading.value;
};

/** What happens to everybody in the manual's sample, on a real database. */
function persons(
  open: () => Promise<{ store: Store; dump: () => Promise<string>; remove: () => Promise<void> }>,
) {
  const withSample = async (work: (store: Store, dump: () => Promise<string>) => Promise<void>) => {
    const opened = await open();
    const { store } = opened;
    const entry = { id: 'westmarch', council: 'Westmarch Council', firstDay: '2026-03-23' };
    await store.reviews.save({ ...entry, file: fixtureText('appendix-11.json') }, NEW, {
      by: 'Ada',
      why: 'In',
    });
    await store.programmes.saveDraft(
      { review: 'westmarch', reviewVersion: 1, file: fixtureText('appendix-11.programme.json') },
      NEW,
      { by: 'Ada', why: 'Built' },
    );
    try {
      await work(store, opened.dump);
    } finally {
      await opened.remove();
    }
  };
  const change = (store: Store, edit: (entry: Entry) => Entry, why: string) =>
    changeReview({ store, now }, 'westmarch', 99, edit, { by: 'Ada', why });

  it('whoever is erased is nowhere any more, whatever was entered of them before, and the review still reads', async () => {
    await withSample(async (store, dump) => {
      const [first] = (await entryIn(store)).contacts ?? [];
      const { id = '', name = '' } = first ?? {};
      const typo = `${name}e`;
      const mail = 'somebody.private@nhs.example';
      await change(
        store,
        put('contacts', { ...first!, name: typo, email: mail, phone: '07700 900123' }),
        `Changed ${typo}`,
      );
      await change(store, put('contacts', { ...first!, name, email: mail }), `Changed ${name}`);
      await store.feedTokens.issue('westmarch', id, { by: 'Ada', why: `A link for ${name}` });
      await store.accesses.note([
        { review: 'westmarch', who: 'Ada', what: 'read', page: `/people/${id}`, at: now() },
      ]);
      await store.diaryLinks.issue(
        { review: 'westmarch', contact: id, to: 'pa', endsAt: '2026-02-01T00:00:00Z' },
        { by: 'Ada', why: `Asked ${name}` },
      );
      await store.outbox.post({ to: mail, subject: `Dear ${name}`, text: name, review: 'westmarch' });
      const before = await store.history.of('westmarch');
      expect(await erasePersonOf({ store, now }, 'westmarch', id, 'Ada')).toEqual({
        kind: 'erased',
        version: 4,
      });
      const all = await dump();
      for (const trace of [name, typo, mail, '07700', id, name.split(' ').at(-1)!.toLowerCase()])
        expect([trace, all.includes(trace)]).toEqual([trace, false]);
      expect(all).toContain('Erased person');
      const history = await store.history.of('westmarch');
      expect(history).toHaveLength(before.length + 2);
      const said = history.filter((l) => l.why === 'Erased one person from the review and its history');
      expect(said.map((l) => [l.thing, l.version, l.by])).toEqual([
        ['review', 4, 'Ada'],
        ['programme', 2, 'Ada'],
      ]);
      const review = readReview((await store.reviews.find('westmarch'))?.file ?? '');
      expect(review.ok).toBe(true);
      const draft = await store.programmes.draftOf('westmarch');
      expect(review.ok && readProgramme(draft?.file ?? '', review.value).ok).toBe(true);
      expect([draft?.version, draft?.reviewVersion]).toEqual([2, 1]);
      expect(await erasePersonOf({ store, now }, 'westmarch', 'nobody', 'Ada')).toEqual({ kind: 'nobody' });
    });
  });

  it('everybody can be erased, one after another, and the review and its programme still read', async () => {
    await withSample(async (store, dump) => {
      const { contacts = [], peers = [] } = await entryIn(store);
      // Every fifth of them: those who sponsor, host, are named, know each other.
      const some = [...contacts.filter((_, n) => n % 5 === 0), ...peers.filter((_, n) => n % 3 === 0)];
      for (const { id } of some) await erasePersonOf({ store, now }, 'westmarch', id, 'Ada');
      const all = await dump();
      expect(some.filter(({ name }) => all.includes(name))).toEqual([]);
      const review = readReview((await store.reviews.find('westmarch'))?.file ?? '');
      const draft = await store.programmes.draftOf('westmarch');
      expect(review.ok && readProgramme(draft?.file ?? '', review.value).ok).toBe(true);
    });
  }, 60_000);

  it('whoever was taken out before still stands in the history, is told of there, and can be erased from it', async () => {
    await withSample(async (store, dump) => {
      const [first] = (await entryIn(store)).contacts ?? [];
      const { id = '', name = '' } = first ?? {};
      expect(await peopleBefore(store, await entryIn(store), 'westmarch')).toEqual([]);
      await change(store, remove('contacts', id), `Removed ${name} from the people`);
      const entry = await entryIn(store);
      expect(await peopleBefore(store, entry, 'westmarch')).toEqual([{ id, name, what: 'contact' }]);
      await erasePersonOf({ store, now }, 'westmarch', id, 'Ada');
      expect(await dump()).not.toContain(name);
      expect(await peopleBefore(store, await entryIn(store), 'westmarch')).toEqual([]);
    });
  });

  it('what two people share stays with the other: an assistant’s address, a name', async () => {
    await withSample(async (store) => {
      const [first, second] = (await entryIn(store)).contacts ?? [];
      const shared = { email: 'pa@council.example' };
      await change(store, put('contacts', { ...first!, ...shared }), 'Changed one');
      await change(store, put('contacts', { ...second!, ...shared }), 'Changed the other');
      await erasePersonOf({ store, now }, 'westmarch', first!.id, 'Ada');
      expect((await entryIn(store)).contacts?.find((c) => c.id === second!.id)).toEqual({
        ...second!,
        ...shared,
      });
    });
  });

  it('everything that is kept about one person can be given to them', async () => {
    await withSample(async (store) => {
      const [first] = (await entryIn(store)).contacts ?? [];
      await change(store, put('contacts', { ...first!, phone: '07700 900123' }), `Changed ${first!.name}`);
      await store.feedTokens.issue('westmarch', first!.id, { by: 'Ada', why: 'A link' });
      await store.accesses.note([
        { review: 'westmarch', who: 'Ada', what: 'read', page: `/people/${first!.id}/diary`, at: now() },
      ]);
      const opening = await openEntry(store, createOpenReview({ store, now }), 'westmarch');
      if (!opening?.ok) throw new Error('It can’t be opened');
      const text = (await exportPerson({ store, now }, opening.open, first!.id)) ?? '';
      const found = JSON.parse(text) as Record<string, readonly unknown[]>;
      expect(found).toMatchObject({
        asOf: '2026-01-12T10:00:00.000Z',
        names: [first!.name],
        record: { ...first!, phone: '07700 900123' },
        history: [{ why: `Changed ${first!.name}` }],
        rows: [{ table: 'feed_token' }],
        lookedAt: [{ who: 'Ada', page: `/people/${first!.id}/diary` }],
      });
      expect(found.earlierRecords).toHaveLength(2);
      expect(found.sessions?.length).toBeGreaterThan(0);
      expect(found.programme?.length).toBeGreaterThan(0);
      expect(text).not.toContain('hash');
      expect(await exportPerson({ store, now }, opening.open, 'nobody')).toBeUndefined();
    });
  });
}

describe('people on SQLite', () => persons(openFile));

needs('postgresql').describe('people on PostgreSQL', () => {
  let postgres: Postgres;
  beforeAll(async () => {
    postgres = await startPostgres();
  });
  afterAll(() => postgres.remove());
  persons(async () => {
    const url = await postgres.database();
    const store = await openStore(url, {
      now,
      randomBytes: (n) => new Uint8Array(n).map(() => Math.random() * 256),
    });
    const tables = [
      'review',
      'programme',
      'feed_token',
      'history',
      'member',
      'invitation',
      'message',
      'retention',
      'access_log',
      'diary_link',
      'upload',
    ];
    return {
      store,
      remove: () => store.close(),
      dump: async () =>
        JSON.stringify(await Promise.all(tables.map((name) => postgres.ask(url, `select * from ${name}`)))),
    };
  });
});

describe('what is erased or purged on SQLite', () => {
  it('is not in the bytes of the file or its journal any more', async () => {
    const dir = mkdtempSync(join(tmpdir(), 'pw-bytes-'));
    const store = await openStore(join(dir, 'peerweek.db'), { now, randomBytes: (n) => new Uint8Array(n) });
    const bytes = () =>
      readdirSync(dir)
        .map((name) => readFileSync(join(dir, name), 'latin1'))
        .join('');
    const entry = { id: 'westmarch', council: 'Westmarch Council', firstDay: '2026-03-23' };
    await store.reviews.save({ ...entry, file: fixtureText('appendix-11.json') }, NEW, {
      by: 'Ada',
      why: 'In',
    });
    const [first, second] = (await entryIn(store)).contacts ?? [];
    expect(bytes()).toContain(first!.name);
    await erasePersonOf({ store, now }, 'westmarch', first!.id, 'Ada');
    expect(bytes()).not.toContain(first!.name);
    expect(bytes()).toContain(second!.name);
    await store.keeping.purge('westmarch', 'Asked for');
    expect(bytes()).not.toContain(second!.name);
    await store.close();
    rmSync(dir, { recursive: true });
  });
});
