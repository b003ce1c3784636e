import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Store } from '../../../src/store/ports.ts';
import { openStore } from '../../../src/store/store.ts';
import type { Opened } from '../contract.ts';

const letter = { to: 'pat@example.org', subject: 'Hello', text: 'A key: abc\n' };
const past = '2026-01-12T09:00:00.000Z';

/** What every store does with letters, whatever database is behind it. */
export function describeOutbox(name: string, open: () => Promise<Opened>): void {
  describe(`the outbox on ${name}`, () => {
    let opened: Opened;
    let store: Store;
    beforeEach(async () => {
      opened = await open();
      store = opened.store;
    });
    afterEach(() => opened.remove());

    const claimed = async (in_ = store) => {
      const message = await in_.outbox.claim();
      if (!message) throw new Error('nothing to claim');
      return message;
    };

    it('keeps a letter until it is sent, and then all of it but its text', async () => {
      const posted = await store.outbox.post(letter);
      expect(posted).toEqual({
        ...letter,
        id: posted.id,
        version: 1,
        madeAt: posted.madeAt,
        nextAt: posted.madeAt,
        state: 'waiting',
        tries: 0,
      });
      expect(await store.outbox.list()).toEqual([posted]);
      await store.outbox.sent(await claimed());
      const sent = await store.outbox.find(posted.id);
      expect(sent).toEqual({ ...sent, subject: 'Hello', text: '', state: 'sent' });
      expect(await opened.dump()).not.toContain('A key');
      expect(await store.outbox.claim()).toBeUndefined();
    });

    it('gives each letter to one of many who would send it', async () => {
      for (let n = 0; n < 6; n++) await store.outbox.post({ ...letter, subject: String(n) });
      // Two servers, to whom it is the same moment however often they look.
      const still = opened.sources.now();
      const given = { ...opened.sources, now: () => still };
      const [one, other] = [await openStore(opened.where, given), await openStore(opened.where, given)];
      const claims = await Promise.all(
        Array.from({ length: 8 }, (_, n) => (n % 2 ? one : other).outbox.claim()),
      );
      const subjects = claims.flatMap((c) => (c ? [c.subject] : [])).sort();
      expect(subjects).toEqual(['0', '1', '2', '3', '4', '5']);
      await one.close();
      await other.close();
    });

    it('gives a letter to another when whoever claimed it is not heard of for five minutes', async () => {
      await store.outbox.post(letter);
      const lost = await claimed();
      expect(await store.outbox.claim()).toBeUndefined();
      for (let minute = 0; minute < 5; minute++) opened.sources.now();
      expect((await claimed()).id).toBe(lost.id);
      // Whoever comes back after all changes nothing of the other’s.
      await store.outbox.failed(lost, 'late', undefined);
      expect((await store.outbox.find(lost.id))?.state).toBe('waiting');
    });

    it('tries again when it is told to, and leaves what was refused to a person', async () => {
      await store.outbox.post(letter);
      await store.outbox.failed(await claimed(), '421 busy', '2026-01-12T23:00:00.000Z');
      const [later] = await store.outbox.list();
      expect(later).toEqual({
        ...later,
        state: 'waiting',
        tries: 1,
        trouble: '421 busy',
        nextAt: '2026-01-12T23:00:00.000Z',
      });
      expect(await store.outbox.claim()).toBeUndefined();
      // Nothing that waits is put forward: it may be on its way at this moment.
      expect(await store.outbox.again(later?.id ?? '')).toBe(false);

      const refused = await store.outbox.post({ ...letter, subject: 'Second' });
      await store.outbox.failed(await claimed(), '550 no such user', undefined);
      expect((await store.outbox.find(refused.id))?.state).toBe('failed');
      expect(await store.outbox.claim()).toBeUndefined();
      expect(await store.outbox.again(refused.id)).toBe(true);
      expect((await claimed()).id).toBe(refused.id);
    });

    it('sends nothing that is no longer good, and keeps no text of it', async () => {
      await store.outbox.post({ ...letter, endsAt: past });
      expect(await store.outbox.waiting()).toEqual([]);
      expect(await store.outbox.claim()).toBeUndefined();
      await store.outbox.tidy();
      const [ended] = await store.outbox.list();
      expect(ended).toEqual({ ...ended, state: 'ended', text: '' });
    });
  });
}
