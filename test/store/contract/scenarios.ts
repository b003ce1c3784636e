import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { NEW, type Store } from '../../../src/store/ports.ts';
import type { Opened } from '../contract.ts';

const ada = { by: 'Ada', why: 'Tried something' };
const review = (id: string) => ({
  id,
  council: `${id} Council`,
  firstDay: '2026-03-23',
  file: '{"peerweek":1}',
});
const begun = { review: 'one', name: 'Siân on Tuesday', begunFrom: 3, reviewVersion: 2, file: '{"a":1}' };

/** How every store keeps what-ifs. */
export function describeScenarios(name: string, open: () => Promise<Opened>): void {
  describe(`what-ifs on ${name}`, () => {
    let opened: Opened;
    let store: Store;
    beforeEach(async () => {
      opened = await open();
      store = opened.store;
      await store.reviews.save(review('one'), NEW, ada);
      await store.reviews.save(review('two'), NEW, ada);
    });
    afterEach(() => opened.remove());

    it('keeps one for another instance to go on with, with a line in the history', async () => {
      const kept = await store.scenarios.begin(begun, ada);
      const at = expect.any(String);
      expect(kept).toEqual({ ...begun, id: at, version: 1, by: 'Ada', at, savedAt: at });
      const other = await opened.reopen();
      expect(await other.scenarios.find('one', kept.id)).toEqual(kept);
      expect(await other.scenarios.of('one')).toEqual([kept]);
      const lines = (await other.history.of('one')).filter((l) => l.thing === 'scenario');
      expect(lines.map((l) => [l.id, l.version, l.what, l.why])).toEqual([
        [kept.id, 1, 'added', 'Tried something'],
      ]);
    });

    it('gives it to its own review alone', async () => {
      const { id } = await store.scenarios.begin(begun, ada);
      expect(await store.scenarios.find('two', id)).toBeUndefined();
      expect(await store.scenarios.of('two')).toEqual([]);
      const stranger = { review: 'two', id, reviewVersion: 2, file: '{"b":1}' };
      expect(await store.scenarios.save(stranger, 1, ada)).toEqual({ saved: false, theirs: undefined });
      expect(await store.scenarios.drop('two', id, ada)).toBe(false);
      expect(await store.scenarios.find('one', id)).toMatchObject({ version: 1, file: '{"a":1}' });
    });

    it('lets the first of two through, and gives the other what is there; each version stays to be gone back to', async () => {
      const { id } = await store.scenarios.begin(begun, ada);
      const changed = { review: 'one', id, reviewVersion: 2 };
      const first = await store.scenarios.save({ ...changed, file: '{"a":2}' }, 1, { ...ada, undoes: 1 });
      expect(first).toMatchObject({ saved: true, stored: { version: 2, file: '{"a":2}' } });
      const second = await store.scenarios.save({ ...changed, file: '{"a":3}' }, 1, ada);
      expect(second).toMatchObject({ saved: false, theirs: { version: 2, file: '{"a":2}' } });
      expect(await store.history.fileAt('scenario', id, 1)).toBe('{"a":1}');
      expect(await store.history.fileAt('scenario', id, 2)).toBe('{"a":2}');
      const lines = (await store.history.of('one')).filter((l) => l.thing === 'scenario');
      expect(lines.map((l) => l.undoes)).toEqual([undefined, 1]);
    });

    it('takes it away for good, and tells of it', async () => {
      const { id } = await store.scenarios.begin(begun, ada);
      expect(await store.scenarios.drop('one', id, ada)).toBe(true);
      expect(await store.scenarios.drop('one', id, ada)).toBe(false);
      expect(await store.scenarios.of('one')).toEqual([]);
      const lines = (await store.history.of('one')).filter((l) => l.thing === 'scenario');
      expect(lines.map((l) => l.what)).toEqual(['added', 'removed']);
    });

    it('says in the history what takes what back, and what was done in the grid', async () => {
      await store.reviews.save({ ...review('one'), file: '{"b":1}' }, 1, { ...ada, inGrid: true });
      await store.reviews.save({ ...review('one'), file: '{"b":2}' }, 2, { ...ada, undoes: 2 });
      const lines = (await store.history.of('one')).filter((l) => l.thing === 'review');
      expect(lines.map((l) => [l.version, l.undoes, l.inGrid])).toEqual([
        [1, undefined, undefined],
        [2, undefined, true],
        [3, 2, undefined],
      ]);
    });
  });
}
