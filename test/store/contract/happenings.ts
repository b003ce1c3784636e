import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { NEW, type Store } from '../../../src/store/ports.ts';
import type { Opened } from '../contract.ts';

const ada = { by: 'Ada', why: 'Entered it' };
const cancelled = {
  review: 'one',
  kind: 'cancelled',
  about: 'chief-executive',
  from: 4860,
  to: 4920,
  note: 'Rang at ten past eight',
  atMinute: 4810,
  rehearsed: false,
} as const;
const again = {
  ...cancelled,
  kind: 'second-interview',
  adds: 'second-chief-executive',
  rehearsed: true,
} as const;
const review = (id: string) => ({ id, council: id, firstDay: '2026-03-23', file: '{"peerweek":1}' });

/** How every store keeps what happened in the week. */
export function describeHappenings(name: string, open: () => Promise<Opened>): void {
  describe(`what happened in the week on ${name}`, () => {
    let opened: Opened;
    let store: Store;
    beforeEach(async () => {
      opened = await open();
      store = opened.store;
      await store.reviews.save(review('one'), NEW, ada);
      await store.reviews.save(review('two'), NEW, ada);
    });
    afterEach(() => opened.remove());

    const lines = async () =>
      (await store.history.of('one'))
        .filter((l) => l.thing === 'happening')
        .map((l) => [l.version, l.what, l.why]);

    it('keeps it as it was reported, with a line in the history', async () => {
      const text = expect.any(String);
      const kept = await store.happenings.report(cancelled, { by: 'Mo', why: 'Priya cancelled' });
      expect(kept).toEqual({ ...cancelled, id: text, version: 1, state: 'open', by: 'Mo', at: text });
      const other = await store.happenings.report(again, { by: 'Mo', why: 'Rehearsed' });
      expect(other).toMatchObject(again);
      const reopened = await opened.reopen();
      expect(await reopened.happenings.of('one')).toEqual([kept, other]);
      expect(await reopened.happenings.find('one', kept.id)).toEqual(kept);
      expect(await lines()).toEqual([
        [1, 'added', 'Priya cancelled'],
        [1, 'added', 'Rehearsed'],
      ]);
    });

    it('gives it to its own review alone', async () => {
      const { id } = await store.happenings.report(cancelled, ada);
      expect(await store.happenings.find('two', id)).toBeUndefined();
      expect(await store.happenings.of('two')).toEqual([]);
      const left = { state: 'left' } as const;
      expect(await store.happenings.settle('two', id, 1, left, ada)).toEqual({
        saved: false,
        theirs: undefined,
      });
      expect(await store.happenings.find('one', id)).toMatchObject({ state: 'open' });
    });

    it('is settled by the first of two; the other is told', async () => {
      const { id } = await store.happenings.report(cancelled, ada);
      const mended = { state: 'mended', draftVersion: 4, release: 2 } as const;
      const mo = { by: 'Mo', why: 'Moved it to Thursday' };
      const first = await store.happenings.settle('one', id, 1, mended, mo);
      expect(first).toMatchObject({ saved: true, stored: { ...mended, version: 2, settledBy: 'Mo' } });
      const second = await store.happenings.settle('one', id, 1, { state: 'left' }, ada);
      expect(second).toMatchObject({ saved: false, theirs: { ...mended, settledBy: 'Mo' } });
      expect((await lines()).at(-1)).toEqual([2, 'changed', 'Moved it to Thursday']);
    });

    it('keeps who agreed the pairs of each day last', async () => {
      const agreed = { review: 'one', day: 4, draftVersion: 3 };
      await store.happenings.agreePairs(agreed, { by: 'Mo', why: 'Agreed' });
      await store.happenings.agreePairs({ ...agreed, draftVersion: 5 }, { by: 'Tom', why: 'Agreed again' });
      await store.happenings.agreePairs({ ...agreed, day: 2 }, { by: 'Mo', why: 'Agreed' });
      await store.happenings.agreePairs({ ...agreed, review: 'two', day: 2 }, ada);
      const found = await store.happenings.pairsAgreed('one');
      expect(found.map((p) => [p.day, p.by, p.draftVersion])).toEqual([
        [2, 'Mo', 3],
        [4, 'Tom', 5],
      ]);
    });

    it('goes with its review', async () => {
      await store.happenings.report(cancelled, ada);
      await store.happenings.agreePairs({ review: 'one', day: 4, draftVersion: 3 }, ada);
      await store.keeping.purge('one', 'Its time was up');
      expect(await store.happenings.of('one')).toEqual([]);
      expect(await store.happenings.pairsAgreed('one')).toEqual([]);
    });
  });
}
