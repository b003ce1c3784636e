import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { NEW, type Store } from '../../../src/store/ports.ts';
import type { Opened } from '../contract.ts';

const ada = { by: 'Ada', why: 'Wrote to 2 people about release 1' };
const letter = { to: 'priya@example.org', subject: 'When you are seen', text: 'Tuesday\n', review: 'one' };
const calendar = { name: 'visit.ics', type: 'text/calendar; charset=utf-8', text: 'BEGIN:VCALENDAR\r\n' };
const asked = {
  review: 'one',
  contact: 'priya',
  session: 'lead-member',
  starts: '2026-03-25T09:00',
  ends: '2026-03-25T10:00',
  release: 1,
  comment: 'In court',
} as const;

/** How every store keeps whom it reached, and what they answered. */
export function describeReaching(name: string, open: () => Promise<Opened>): void {
  describe(`reaching people on ${name}`, () => {
    let opened: Opened;
    let store: Store;
    beforeEach(async () => {
      opened = await open();
      store = opened.store;
      for (const id of ['one', 'two'])
        await store.reviews.save({ id, council: id, firstDay: '2026-03-23', file: '{}' }, NEW, ada);
    });
    afterEach(() => opened.remove());

    it('a link leads to what it was made for: a peer’s week where nothing else is said, a room, a board', async () => {
      const made = [
        await store.feedTokens.issue('one', 'health', ada),
        await store.feedTokens.issue('one', 'hall', ada, 'room'),
        await store.feedTokens.issue('one', 'board', ada, 'board'),
      ];
      const opened = await Promise.all(made.map(({ token }) => store.feedTokens.open(token)));
      expect(opened.map((link) => link && [link.kind, link.person])).toEqual([
        ['peer', 'health'],
        ['room', 'hall'],
        ['board', 'board'],
      ]);
    });

    it('a letter keeps what is attached to it until it is sent, and no longer', async () => {
      const posted = await store.outbox.post({ ...letter, attached: [calendar] });
      expect((await store.outbox.find(posted.id))?.attached).toEqual([calendar]);
      const claimed = await store.outbox.claim();
      expect(claimed?.attached).toEqual([calendar]);
      await store.outbox.sent(claimed!);
      expect(await store.outbox.find(posted.id)).toMatchObject({ text: '', state: 'sent' });
      expect(await opened.dump()).not.toContain('VCALENDAR');
    });

    it('whoever is told of a release is told once: the letter and the note of it come together', async () => {
      const letters = [{ person: 'priya', letter }, { person: 'martin' }];
      const told = await store.told.tell('one', 1, letters, ada);
      const [message] = await store.outbox.list();
      const at = expect.any(String);
      expect(told).toEqual([
        {
          review: 'one',
          person: 'priya',
          release: 1,
          message: message?.id,
          email: letter.to,
          by: 'Ada',
          at,
        },
        { review: 'one', person: 'martin', release: 1, by: 'Ada', at },
      ]);
      const other = await opened.reopen();
      expect(await other.told.tell('one', 1, [{ person: 'priya', letter }], ada)).toEqual([]);
      expect(await other.outbox.list()).toHaveLength(1);
      expect((await other.told.tell('one', 2, [{ person: 'priya', letter }], ada)).length).toBe(1);
      expect((await other.told.of('one')).map((t) => [t.person, t.release])).toEqual([
        ['martin', 1],
        ['priya', 1],
        ['priya', 2],
      ]);
      expect(await other.told.of('two')).toEqual([]);
      expect(await store.persons.rows('one', 'nobody', [])).toEqual([]);
      const lines = (await other.history.of('one')).filter((line) => line.thing === 'letters');
      expect(lines.map((line) => line.why)).toEqual([ada.why, ada.why]);
    });

    it('who says it twice at the same moment has said it once', async () => {
      const other = await opened.reopen();
      const made = await Promise.all([store, other, store].map((at) => at.requests.make(asked, ada)));
      expect(new Set(made.map(({ id }) => id)).size).toBe(1);
      expect(await store.requests.of('one')).toMatchObject([{ version: 3 }]);
      await other.close();
    });

    it('somebody who can’t come is one request, said again or not, until it is settled', async () => {
      const made = await store.requests.make(asked, { by: 'Priya', why: 'Can’t come' });
      expect(made).toEqual({ ...asked, id: made.id, version: 1, madeAt: expect.any(String) });
      const again = await store.requests.make({ ...asked, comment: 'All day' }, ada);
      expect(again).toMatchObject({ id: made.id, version: 2, comment: 'All day' });
      expect(await store.requests.settle(made.id, 1, 'Moved', ada)).toEqual({ saved: false, theirs: again });
      const settled = await store.requests.settle(made.id, 2, 'Moved to Thursday', ada);
      expect(settled).toMatchObject({
        saved: true,
        stored: { version: 3, answer: 'Moved to Thursday', settledBy: 'Ada', settledAt: expect.any(String) },
      });
      const next = await store.requests.make(asked, ada);
      expect(next.id).not.toBe(made.id);
      expect((await store.requests.of('one')).map((r) => r.id)).toEqual([made.id, next.id]);
      expect(await store.requests.settle(made.id, 3, undefined, ada)).toMatchObject({
        saved: true,
        stored: { ...asked, comment: 'All day', version: 4 },
      });
      expect(await store.requests.settle('none', 1, 'x', ada)).toEqual({ saved: false, theirs: undefined });
      const lines = (await store.history.of('one')).filter((line) => line.thing === 'request');
      expect(lines.map((line) => [line.id === made.id, line.version, line.what])).toEqual(
        expect.arrayContaining([
          [true, 1, 'added'],
          [true, 2, 'changed'],
          [true, 3, 'changed'],
          [true, 4, 'changed'],
          [false, 1, 'added'],
        ]),
      );
    });
  });
}
