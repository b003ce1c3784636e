import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { NEW, type Sources, type Store } from '../../src/store/ports.ts';

/** A store as a test has one: opened afresh, its clock a minute on at every look, its random bytes counted. */
export interface Opened {
  readonly store: Store;
  /** Its file or address. */
  readonly where: string;
  /** Its clock and its random bytes. */
  readonly sources: Sources;
  /** The same database again, as another process or the next start would open it. */
  reopen(): Promise<Store>;
  /** Every value of every table as text, to look for what must not be there. */
  dump(): Promise<string>;
  /** Has the database do something, past the store. */
  run(statement: string): Promise<void>;
  remove(): Promise<void>;
}

export function sources(): Sources {
  let minute = 0;
  let byte = 0;
  return {
    now: () => new Date(Date.UTC(2026, 0, 12, 9, minute++)),
    randomBytes: (size) => Uint8Array.from({ length: size }, () => byte++ % 256),
  };
}

const ada = { by: 'Ada', why: 'Entered from a file' };
const ben = { by: 'Ben', why: 'Moved the week' };
const entry = (over: Partial<{ id: string; council: string; firstDay: string; file: string }> = {}) => ({
  id: 'sampleshire',
  council: 'Sampleshire Council',
  firstDay: '2026-03-23',
  file: '{"peerweek":1}',
  ...over,
});

/** What every store does, whatever database is behind it. */
export function describeStore(name: string, open: () => Promise<Opened>): void {
  describe(`the store on ${name}`, () => {
    let opened: Opened;
    let store: Store;
    beforeEach(async () => {
      opened = await open();
      store = opened.store;
    });
    afterEach(() => opened.remove());

    describe('reviews', () => {
      it('has none at first', async () => {
        expect(await store.reviews.list()).toEqual([]);
        expect(await store.reviews.find('sampleshire')).toBeUndefined();
      });

      it('keeps a review as it was entered, to the letter', async () => {
        const file = '{ "council": "Ynys Môn — “Anglesey” 🐑\\n" }';
        const stored = { ...entry({ file }), version: 1, savedAt: '2026-01-12T09:00:00.000Z' };
        expect(await store.reviews.save(entry({ file }), NEW, ada)).toEqual({ saved: true, stored });
        expect(await store.reviews.find('sampleshire')).toEqual(stored);
      });

      it('lists them by week, then council, without their files', async () => {
        await store.reviews.save(entry({ id: 'c', council: 'Cee', firstDay: '2026-05-04' }), NEW, ada);
        await store.reviews.save(entry({ id: 'b', council: 'Bee', firstDay: '2026-05-04' }), NEW, ada);
        await store.reviews.save(entry({ id: 'a', council: 'Zed', firstDay: '2026-04-13' }), NEW, ada);
        expect(await store.reviews.list()).toEqual([
          {
            id: 'a',
            version: 1,
            council: 'Zed',
            firstDay: '2026-04-13',
            savedAt: '2026-01-12T09:02:00.000Z',
          },
          {
            id: 'b',
            version: 1,
            council: 'Bee',
            firstDay: '2026-05-04',
            savedAt: '2026-01-12T09:01:00.000Z',
          },
          {
            id: 'c',
            version: 1,
            council: 'Cee',
            firstDay: '2026-05-04',
            savedAt: '2026-01-12T09:00:00.000Z',
          },
        ]);
      });

      it('counts the writes', async () => {
        await store.reviews.save(entry(), NEW, ada);
        const second = await store.reviews.save(entry({ firstDay: '2026-03-30' }), 1, ben);
        expect(second.saved && second.stored.version).toBe(2);
        expect((await store.reviews.find('sampleshire'))?.firstDay).toBe('2026-03-30');
      });

      it('gives back theirs, and changes nothing, when somebody else was first', async () => {
        await store.reviews.save(entry(), NEW, ada);
        await store.reviews.save(entry({ council: 'Theirs' }), 1, ben);
        const theirs = await store.reviews.find('sampleshire');
        expect(await store.reviews.save(entry({ council: 'Ours' }), 1, ada)).toEqual({
          saved: false,
          theirs,
        });
        expect(await store.reviews.save(entry({ council: 'Ours' }), NEW, ada)).toEqual({
          saved: false,
          theirs,
        });
        expect(await store.reviews.find('sampleshire')).toEqual(theirs);
        expect((await store.history.of('sampleshire')).map((line) => line.by)).toEqual(['Ada', 'Ben']);
      });

      it('says so when there is nothing to save over', async () => {
        expect(await store.reviews.save(entry(), 3, ada)).toEqual({ saved: false, theirs: undefined });
        expect(await store.history.of('sampleshire')).toEqual([]);
      });

      it('lets just one of many writers who saw the same version through', async () => {
        await store.reviews.save(entry(), NEW, ada);
        const results = await Promise.all(
          Array.from({ length: 8 }, (_, n) => store.reviews.save(entry({ council: `Council ${n}` }), 1, ben)),
        );
        expect(results.filter((r) => r.saved)).toHaveLength(1);
        expect((await store.reviews.find('sampleshire'))?.version).toBe(2);
      });

      it('lets just one of two openings of the database through', async () => {
        const other = await opened.reopen();
        await store.reviews.save(entry(), NEW, ada);
        const seen = await other.reviews.find('sampleshire');
        const ours = await store.reviews.save(entry({ council: 'Ours' }), 1, ada);
        const theirs = await other.reviews.save(entry({ council: 'Theirs' }), seen?.version ?? NEW, ben);
        expect([ours.saved, theirs.saved]).toEqual([true, false]);
        expect((await other.reviews.find('sampleshire'))?.council).toBe('Ours');
        await other.close();
      });
    });

    describe('programmes', () => {
      const draft = {
        review: 'sampleshire',
        reviewVersion: 1,
        file: '{"peerweek":1,"placements":[]}',
        answer: {
          status: 'feasible' as const,
          gap: 3,
          conflicts: [{ sentence: 'Two at once.', sessions: ['a', 'b'], mends: ['Ask A.'] }],
        },
      };
      beforeEach(() => store.reviews.save(entry(), NEW, ada));

      it('keeps the draft with what was proven about it', async () => {
        expect(await store.programmes.draftOf('sampleshire')).toBeUndefined();
        const stored = { ...draft, version: 1, savedAt: '2026-01-12T09:01:00.000Z' };
        expect(await store.programmes.saveDraft(draft, NEW, ada)).toEqual({ saved: true, stored });
        expect(await store.programmes.draftOf('sampleshire')).toEqual(stored);
      });

      it('keeps a programme made by hand, about which nothing is proven', async () => {
        const { answer: _, ...byHand } = draft;
        await store.programmes.saveDraft(byHand, NEW, ada);
        expect(await store.programmes.draftOf('sampleshire')).toEqual({
          ...byHand,
          version: 1,
          savedAt: '2026-01-12T09:01:00.000Z',
        });
      });

      it('gives back theirs when somebody else was first', async () => {
        await store.programmes.saveDraft(draft, NEW, ada);
        await store.programmes.saveDraft({ ...draft, file: 'theirs' }, 1, ben);
        const theirs = await store.programmes.draftOf('sampleshire');
        expect(theirs).toEqual({ ...draft, file: 'theirs', version: 2, savedAt: '2026-01-12T09:02:00.000Z' });
        expect(await store.programmes.saveDraft(draft, 1, ada)).toEqual({ saved: false, theirs });
        expect(await store.programmes.saveDraft(draft, NEW, ada)).toEqual({ saved: false, theirs });
      });

      it('refuses a programme of a review that is not there, and keeps nothing of it', async () => {
        await expect(store.programmes.saveDraft({ ...draft, review: 'none' }, NEW, ada)).rejects.toThrow();
        expect(await store.history.of('none')).toEqual([]);
      });
    });

    describe('feed tokens', () => {
      beforeEach(() => store.reviews.save(entry(), NEW, ada));

      it('tells the token once, 256 bits of it, and keeps only its hash', async () => {
        const { token, stored } = await store.feedTokens.issue('sampleshire', 'peer-1', ada);
        expect(Buffer.from(token, 'base64url')).toHaveLength(32);
        expect(token).toMatch(/^[A-Za-z0-9_-]{43}$/);
        expect(stored).toEqual({
          id: stored.id,
          version: 1,
          review: 'sampleshire',
          kind: 'peer',
          person: 'peer-1',
          issuedAt: '2026-01-12T09:01:00.000Z',
        });
        const kept = await opened.dump();
        expect(kept).not.toContain(token);
        expect(kept).toContain(createHash('sha256').update(token).digest('hex'));
      });

      it('opens for its token, for no other, and for none that was revoked', async () => {
        const one = await store.feedTokens.issue('sampleshire', 'peer-1', ada);
        const two = await store.feedTokens.issue('sampleshire', 'peer-2', ada);
        expect(await store.feedTokens.open(one.token)).toEqual(one.stored);
        expect(await store.feedTokens.open(two.token)).toEqual(two.stored);
        for (const wrong of ['', one.stored.id, `${one.token}A`, one.token.toLowerCase(), "' or 1=1 --"])
          expect(await store.feedTokens.open(wrong)).toBeUndefined();
        const revoked = await store.feedTokens.revoke(one.stored.id, 1, ben);
        expect(revoked).toEqual({
          saved: true,
          stored: { ...one.stored, version: 2, revokedAt: '2026-01-12T09:03:00.000Z' },
        });
        expect(await store.feedTokens.open(one.token)).toBeUndefined();
        expect(await store.feedTokens.open(two.token)).toEqual(two.stored);
      });

      it('revokes once: the second to try sees the first', async () => {
        const { stored } = await store.feedTokens.issue('sampleshire', 'peer-1', ada);
        await store.feedTokens.revoke(stored.id, 1, ben);
        const [theirs] = await store.feedTokens.of('sampleshire');
        expect(await store.feedTokens.revoke(stored.id, 1, ada)).toEqual({ saved: false, theirs });
        expect(await store.feedTokens.revoke(stored.id, 2, ada)).toEqual({ saved: false, theirs });
        expect(await store.feedTokens.revoke('none', 1, ada)).toEqual({ saved: false, theirs: undefined });
      });

      it('remembers when a calendar last asked, and leaves no line of it in the history', async () => {
        const { token, stored } = await store.feedTokens.issue('sampleshire', 'peer-1', ada);
        await store.feedTokens.fetched(stored.id);
        await store.feedTokens.fetched(stored.id);
        expect(await store.feedTokens.open(token)).toEqual({
          ...stored,
          fetchedAt: '2026-01-12T09:03:00.000Z',
        });
        expect((await store.history.of('sampleshire')).map((line) => line.thing)).toEqual([
          'review',
          'feed-token',
        ]);
      });
    });

    describe('history', () => {
      it('says who did what, when and why, and what each write left', async () => {
        await store.reviews.save(entry({ file: 'first' }), NEW, ada);
        await store.reviews.save(entry({ file: 'second' }), 1, ben);
        await store.programmes.saveDraft(
          { review: 'sampleshire', reviewVersion: 2, file: 'programme' },
          NEW,
          ada,
        );
        expect(await store.history.of('sampleshire')).toEqual([
          {
            review: 'sampleshire',
            thing: 'review',
            id: 'sampleshire',
            version: 1,
            what: 'added',
            by: 'Ada',
            at: '2026-01-12T09:00:00.000Z',
            why: 'Entered from a file',
          },
          {
            review: 'sampleshire',
            thing: 'review',
            id: 'sampleshire',
            version: 2,
            what: 'changed',
            by: 'Ben',
            at: '2026-01-12T09:01:00.000Z',
            why: 'Moved the week',
          },
          {
            review: 'sampleshire',
            thing: 'programme',
            id: 'sampleshire',
            version: 1,
            what: 'added',
            by: 'Ada',
            at: '2026-01-12T09:02:00.000Z',
            why: 'Entered from a file',
          },
        ]);
        const since = await store.history.since('sampleshire', '2026-01-12T09:01:00.000Z');
        expect(since.map((line) => line.by)).toEqual(['Ben', 'Ada']);
        expect(await store.history.fileAt('review', 'sampleshire', 1)).toBe('first');
        expect(await store.history.fileAt('review', 'sampleshire', 2)).toBe('second');
        expect(await store.history.fileAt('programme', 'sampleshire', 1)).toBe('programme');
        expect(await store.history.fileAt('review', 'sampleshire', 3)).toBeUndefined();
      });

      it('keeps each review behind a wall of its own', async () => {
        await store.reviews.save(entry(), NEW, ada);
        await store.reviews.save(entry({ id: 'other' }), NEW, ben);
        await store.feedTokens.issue('other', 'peer-1', ben);
        expect((await store.history.of('sampleshire')).map((line) => line.id)).toEqual(['sampleshire']);
        expect(await store.feedTokens.of('sampleshire')).toEqual([]);
      });
    });

    it('is all there after the next start, and takes no step of the tables twice', async () => {
      await store.reviews.save(entry(), NEW, ada);
      const before = await opened.dump();
      const again = await opened.reopen();
      expect(await again.reviews.find('sampleshire')).toEqual(await store.reviews.find('sampleshire'));
      expect(await opened.dump()).toBe(before);
      await again.close();
    });
  });
}
