import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { NEW, type Store } from '../../../src/store/ports.ts';
import type { Opened } from '../contract.ts';

const ada = { by: 'Ada', why: 'Entered from a file' };
const review = (id: string, firstDay = '2026-03-23') => ({
  id,
  council: `${id} Council`,
  firstDay,
  file: `{"peerweek":1,"who":"Priya Shah of ${id}"}`,
});

/** How long every store keeps a review, and who looked at it. */
export function describeKeeping(name: string, open: () => Promise<Opened>): void {
  describe(`keeping on ${name}`, () => {
    let opened: Opened;
    let store: Store;
    beforeEach(async () => {
      opened = await open();
      store = opened.store;
      await store.reviews.save(review('one'), NEW, ada);
      await store.reviews.save(review('two'), NEW, ada);
    });
    afterEach(() => opened.remove());

    it('has no last day for a review until somebody says one; each is signed', async () => {
      expect(await store.keeping.of('one')).toEqual({ review: 'one', version: 0 });
      const signature = { by: 'Ada', why: 'Keeps the review until Saturday 27 March 2027' };
      expect(await store.keeping.keepUntil('one', '2027-03-27', NEW, signature)).toEqual({
        saved: true,
        stored: { review: 'one', version: 1, until: '2027-03-27' },
      });
      expect(await store.keeping.keepUntil('one', undefined, 1, ada)).toEqual({
        saved: true,
        stored: { review: 'one', version: 2 },
      });
      const lines = (await store.history.of('one')).filter((line) => line.thing === 'retention');
      expect(lines.map((line) => [line.what, line.why])).toEqual([
        ['added', 'Keeps the review until Saturday 27 March 2027'],
        ['changed', 'Entered from a file'],
      ]);
    });

    it('gives back theirs where somebody else said another day first', async () => {
      await store.keeping.keepUntil('one', '2027-03-27', NEW, ada);
      const theirs = { review: 'one', version: 1, until: '2027-03-27' };
      for (const expected of [NEW, 2])
        expect(await store.keeping.keepUntil('one', '2030-01-01', expected, ada)).toEqual({
          saved: false,
          theirs,
        });
    });

    it('knows which reviews are past their last day: the day itself is not past', async () => {
      await store.keeping.keepUntil('one', '2026-03-27', NEW, ada);
      await store.keeping.keepUntil('two', '2026-01-01', NEW, ada);
      const due = async (today: string) => (await store.keeping.due(today)).map((line) => line.id);
      expect(await due('2026-01-01')).toEqual([]);
      expect(await due('2026-03-27')).toEqual(['two']);
      expect(await due('2026-03-28')).toEqual(['two', 'one']);
      await store.keeping.keepUntil('two', undefined, 1, ada);
      expect(await due('2026-03-28')).toEqual(['one']);
    });

    it('purges a review with all that belongs to it, and nothing of another', async () => {
      for (const id of ['one', 'two']) {
        await store.programmes.saveDraft({ review: id, reviewVersion: 1, file: `of ${id}` }, NEW, ada);
        await store.feedTokens.issue(id, `priya-of-${id}`, ada);
        await store.keeping.keepUntil(id, '2026-03-27', NEW, ada);
        await store.accesses.note([
          { review: id, who: 'Ada', what: 'read', page: `/people/priya-of-${id}`, at: new Date() },
        ]);
        await store.outbox.post({
          to: `${id}@example.org`,
          subject: `Priya of ${id}`,
          text: 'x',
          review: id,
        });
      }
      expect(await store.keeping.purge('one', 'It was kept until 2026-03-27')).toBe(true);
      expect(await store.reviews.find('one')).toBeUndefined();
      const left = await opened.dump();
      expect(left.match(/[^,{[]*\bone\b[^,}]*/g)).toEqual(['"review_id":"one"']);
      expect(left).toContain('It was kept until 2026-03-27');
      expect(await store.keeping.purged()).toEqual([
        { review: 'one', at: expect.any(String), why: 'It was kept until 2026-03-27' },
      ]);
      expect((await store.reviews.find('two'))?.file).toContain('Priya Shah of two');
      expect(await store.history.of('two')).toHaveLength(4);
      expect(await store.accesses.of('two', { from: 0, most: 9 })).toHaveLength(1);
      expect(await store.keeping.purge('one', 'Again')).toBe(false);
      expect(await store.keeping.purged()).toHaveLength(1);
    });

    it('lets nobody save over a review that was purged from under them', async () => {
      await store.keeping.purge('one', 'Asked for');
      expect(await store.reviews.save(review('one'), 1, ada)).toEqual({ saved: false, theirs: undefined });
      expect(await store.history.of('one')).toEqual([]);
    });

    it('notes who read and changed what: once an hour for the same, with how often', async () => {
      const at = (minute: number, page = '/people', what: 'read' | 'changed' = 'read') => ({
        review: 'one',
        who: 'Ada',
        what,
        page,
        at: new Date(Date.UTC(2026, 0, 12, 9, minute)),
      });
      await store.accesses.note([at(3), at(1), at(59, '/people', 'changed')]);
      await store.accesses.note([at(30), at(61), at(2, '/people/contact-1')]);
      await store.accesses.note([{ ...at(5), review: 'none' }]);
      await store.accesses.note([]);
      const line = (what: string, page: string, times: number, firstAt: string, lastAt: string) => ({
        review: 'one',
        who: 'Ada',
        what,
        page,
        times,
        firstAt: `2026-01-12T${firstAt}:00.000Z`,
        lastAt: `2026-01-12T${lastAt}:00.000Z`,
      });
      expect(await store.accesses.of('one', { from: 0, most: 9 })).toEqual([
        line('read', '/people', 1, '10:01', '10:01'),
        line('changed', '/people', 1, '09:59', '09:59'),
        line('read', '/people', 3, '09:01', '09:30'),
        line('read', '/people/contact-1', 1, '09:02', '09:02'),
      ]);
      expect(await store.accesses.of('one', { from: 1, most: 1 })).toHaveLength(1);
      expect(await store.accesses.of('one', { from: 0, most: 9, page: '/people/contact-1' })).toEqual([
        line('read', '/people/contact-1', 1, '09:02', '09:02'),
      ]);
      expect(await store.accesses.of('two', { from: 0, most: 9 })).toEqual([]);
    });
  });
}
