import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { NEW, type Store } from '../../../src/store/ports.ts';
import type { Opened } from '../contract.ts';

const ada = { by: 'Ada', why: 'Asked for a diary' };
const link = {
  review: 'one',
  contact: 'contact-1',
  to: 'pa',
  endsAt: '2026-02-01T00:00:00.000Z',
} as const;

/** How every store keeps private links to diaries. */
export function describeDiaryLinks(name: string, open: () => Promise<Opened>): void {
  describe(`diary links on ${name}`, () => {
    let opened: Opened;
    let store: Store;
    beforeEach(async () => {
      opened = await open();
      store = opened.store;
      for (const id of ['one', 'two'])
        await store.reviews.save({ id, council: id, firstDay: '2026-03-23', file: '{}' }, NEW, ada);
    });
    afterEach(() => opened.remove());

    it('open what they were made for, in another instance too, and are not kept themselves', async () => {
      const { token, stored } = await store.diaryLinks.issue(link, ada);
      expect(token).toMatch(/^[\w-]{43}$/);
      expect(stored).toEqual({
        ...link,
        id: expect.any(String),
        version: 1,
        issuedAt: expect.any(String),
      });
      const other = await opened.reopen();
      expect(await other.diaryLinks.open(token)).toEqual(stored);
      expect(await other.diaryLinks.open(`${token.slice(0, -1)}_`)).toBeUndefined();
      expect(await opened.dump()).not.toContain(token);
      expect((await store.history.of('one')).at(-1)).toMatchObject({
        thing: 'diary-link',
        id: stored.id,
        what: 'added',
        ...ada,
      });
    });

    it('a second one leaves the first as it is; all of a contact end together, and nobody else’s', async () => {
      const first = await store.diaryLinks.issue(link, ada);
      const second = await store.diaryLinks.issue({ ...link, to: 'contact' }, ada);
      const others = await store.diaryLinks.issue({ ...link, contact: 'contact-2' }, ada);
      const elsewhere = await store.diaryLinks.issue({ ...link, review: 'two' }, ada);
      expect((await store.diaryLinks.of('one')).map((l) => l.id)).toEqual([
        first.stored.id,
        second.stored.id,
        others.stored.id,
      ]);
      expect(await store.diaryLinks.revoke('one', 'contact-1', ada)).toBe(2);
      expect(await store.diaryLinks.revoke('one', 'contact-1', ada)).toBe(0);
      expect(await store.diaryLinks.open(first.token)).toBeUndefined();
      expect(await store.diaryLinks.open(second.token)).toBeUndefined();
      expect(await store.diaryLinks.open(others.token)).toEqual(others.stored);
      expect(await store.diaryLinks.open(elsewhere.token)).toEqual(elsewhere.stored);
    });

    it('note when they were opened, without a line, and that they were answered, with one', async () => {
      const { token, stored } = await store.diaryLinks.issue(link, ada);
      await store.diaryLinks.opened(stored.id);
      const bo = { by: 'Bo, by private link', why: 'Said when they can be seen' };
      expect(await store.diaryLinks.answered(stored.id, 'Ring Pat first', bo)).toBe(true);
      expect(await store.diaryLinks.open(token)).toEqual({
        ...stored,
        version: 2,
        openedAt: expect.any(String),
        answeredAt: expect.any(String),
        comment: 'Ring Pat first',
      });
      expect((await store.history.of('one')).map((l) => l.what)).toEqual(['added', 'added', 'changed']);
      expect(await store.diaryLinks.answered(stored.id, undefined, bo)).toBe(true);
      expect((await store.diaryLinks.open(token))?.comment).toBeUndefined();
      await store.diaryLinks.revoke('one', 'contact-1', ada);
      expect(await store.diaryLinks.answered(stored.id, 'Too late', bo)).toBe(false);
      expect(await opened.dump()).not.toContain('Too late');
    });

    it('go with their review', async () => {
      await store.diaryLinks.issue({ ...link, contact: 'contact-99' }, ada);
      await store.keeping.purge('one', 'Asked for');
      expect(await opened.dump()).not.toContain('contact-99');
    });
  });
}
