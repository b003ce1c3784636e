import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { NEW, type Store } from '../../../src/store/ports.ts';
import type { Opened } from '../contract.ts';

const ada = { by: 'Ada', why: 'Entered from a file' };
const review = (id: string) => ({
  id,
  council: `${id} Council`,
  firstDay: '2026-03-23',
  file: '{"peerweek":1}',
});
const people = {
  review: 'one',
  kind: 'tables',
  name: 'People.xlsx',
  by: 'Ada',
  content: '{"sheets":["Siân"]}',
  choices: '{}',
} as const;

/** How every store keeps what was brought until it is looked over. */
export function describeUploads(name: string, open: () => Promise<Opened>): void {
  describe(`uploads on ${name}`, () => {
    let opened: Opened;
    let store: Store;
    beforeEach(async () => {
      opened = await open();
      store = opened.store;
      await store.reviews.save(review('one'), NEW, ada);
      await store.reviews.save(review('two'), NEW, ada);
    });
    afterEach(() => opened.remove());

    it('keeps what was brought for another instance to find, and leaves no line in the history', async () => {
      const kept = await store.uploads.keep(people);
      expect(kept).toEqual({ ...people, id: expect.any(String), version: 1, at: expect.any(String) });
      const other = await opened.reopen();
      expect(await other.uploads.find('one', kept.id)).toEqual(kept);
      const { content: _, choices: __, ...line } = kept;
      expect(await other.uploads.of('one')).toEqual([line]);
      expect(await store.history.of('one')).toHaveLength(1);
    });

    it('gives it to its own review alone', async () => {
      const { id } = await store.uploads.keep(people);
      expect(await store.uploads.find('two', id)).toBeUndefined();
      expect(await store.uploads.of('two')).toEqual([]);
      expect(await store.uploads.choose('two', id, 1, '{"a":1}')).toBe(false);
      await store.uploads.drop('two', id);
      expect(await store.uploads.find('one', id)).toMatchObject({ choices: '{}' });
    });

    it('lets the first of two who choose differently through', async () => {
      const { id } = await store.uploads.keep(people);
      expect(await store.uploads.choose('one', id, 1, '{"a":1}')).toBe(true);
      expect(await store.uploads.choose('one', id, 1, '{"a":2}')).toBe(false);
      expect(await store.uploads.find('one', id)).toMatchObject({ version: 2, choices: '{"a":1}' });
    });

    it('forgets it when it is brought in or thrown away', async () => {
      const { id } = await store.uploads.keep(people);
      await store.uploads.drop('one', id);
      expect(await store.uploads.find('one', id)).toBeUndefined();
      expect(await opened.dump()).not.toContain('Siân');
    });

    it('forgets it after a day, by itself', async () => {
      const { id } = await store.uploads.keep(people);
      // The clock of a test is a minute on at every look.
      for (let minute = 0; minute < 24 * 60 + 1; minute++) opened.sources.now();
      expect(await store.uploads.find('one', id)).toBeUndefined();
      expect(await store.uploads.of('one')).toEqual([]);
      expect(await store.uploads.choose('one', id, 1, '{"a":1}')).toBe(false);
      await store.uploads.sweep();
      expect(await opened.dump()).not.toContain('Siân');
    });

    it('keeps the ten newest of a review', async () => {
      const ids: string[] = [];
      for (let n = 0; n < 12; n++) ids.push((await store.uploads.keep(people)).id);
      expect((await store.uploads.of('one')).map(({ id }) => id)).toEqual(ids.toReversed().slice(0, 10));
    });

    it('goes with its review', async () => {
      await store.uploads.keep(people);
      await store.keeping.purge('one', 'Asked for');
      expect(await opened.dump()).not.toContain('Siân');
    });
  });
}
