import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { WholeReview } from '../../../src/review/whole.ts';
import { NEW, type Store } from '../../../src/store/ports.ts';
import type { Opened } from '../contract.ts';

const ada = { by: 'Ada', why: 'Entered from a file' };
const back = { by: 'Ben', why: 'Read the whole review back' };
const review = (id: string) => ({
  id,
  council: `${id} Council`,
  firstDay: '2026-03-23',
  file: `{"peerweek":1,"who":"Priya Shah of ${id}"}`,
});

/** How every store gives a review with everything of it, and takes it back. */
export function describeWhole(name: string, open: () => Promise<Opened>): void {
  describe(`a whole review on ${name}`, () => {
    let opened: Opened;
    let store: Store;
    let whole: WholeReview;

    /** Something in each of the tables that go. */
    beforeEach(async () => {
      opened = await open();
      store = opened.store;
      for (const id of ['one', 'two']) {
        await store.reviews.save(review(id), NEW, ada);
        await store.reviews.save({ ...review(id), file: '{"peerweek":1,"v":2}' }, 1, ada);
        await store.programmes.saveDraft({ review: id, reviewVersion: 2, file: '{"p":1}' }, NEW, ada);
        const release = { review: id, programmeVersion: 1, reviewFile: '{"r":1}', programmeFile: '{"p":1}' };
        await store.releases.approve({ ...release, note: 'Good' }, 0, ada);
        await store.comments.add({ review: id, about: 'whole', text: `Hello from ${id}` }, ada);
        await store.keeping.keepUntil(id, '2027-03-27', NEW, ada);
        await store.scenarios.begin(
          { review: id, name: 'Try', begunFrom: 1, reviewVersion: 2, file: '{"s":1}' },
          ada,
        );
        await store.feedTokens.issue(id, 'health', ada);
        await store.diaryLinks.issue(
          { review: id, contact: 'priya', to: 'contact', endsAt: '2026-03-01' },
          ada,
        );
      }
      whole = (await store.whole.of('one'))!;
    });
    afterEach(() => opened.remove());

    /** Everything that the pages read of it. */
    const readable = async (from: Store) => ({
      review: await from.reviews.find('one'),
      draft: await from.programmes.draftOf('one'),
      releases: await Promise.all([1].map((n) => from.releases.find('one', n))),
      agreement: await from.agreements.of('one'),
      comments: await from.comments.of('one'),
      scenarios: await from.scenarios.of('one'),
      kept: await from.keeping.of('one'),
      history: await from.history.of('one'),
      first: await from.history.fileAt('review', 'one', 1),
    });

    it('holds nothing of another review, and nothing that opens anything', () => {
      const text = JSON.stringify(whole);
      expect(Object.keys(whole.tables).sort()).toEqual([
        'agreement',
        'comment',
        'diary_link',
        'history',
        'programme',
        'release',
        'retention',
        'review',
        'scenario',
      ]);
      expect(text).not.toContain('of two');
      expect(text).not.toContain('from two');
      expect(whole.tables.diary_link?.map((row) => Object.keys(row).includes('hash'))).toEqual([false]);
    });

    it('is there again as it was, once it was purged, with a line of who read it back', async () => {
      const before = await readable(store);
      await store.keeping.purge('one', 'Test');
      expect(await store.whole.of('one')).toBeUndefined();
      expect(await store.whole.takeIn(whole, back)).toBe('taken in');
      const { history, ...after } = await readable(store);
      expect({ ...after, history: history.filter((l) => l.thing !== 'whole') }).toEqual(before);
      expect(history.filter((l) => l.thing === 'whole').map((l) => [l.by, l.why, l.version])).toEqual([
        ['Ben', 'Read the whole review back', 1],
      ]);
      expect((await store.diaryLinks.of('one')).map((l) => [l.contact, l.revokedAt !== undefined])).toEqual([
        ['priya', true],
      ]);
      // It can be worked on, and go again.
      await store.reviews.save({ ...review('one'), file: '{"peerweek":1,"v":3}' }, 2, ada);
      const again = (await store.whole.of('one'))!;
      await store.keeping.purge('one', 'Test');
      expect(await store.whole.takeIn(again, back)).toBe('taken in');
      expect(
        (await store.history.of('one')).filter((l) => l.thing === 'whole').map((l) => l.version),
      ).toEqual([1, 2]);
    });

    it('belongs to its founder, and is never put over a review that is there', async () => {
      expect(await store.whole.takeIn(whole, back)).toBe('there already');
      await store.keeping.purge('one', 'Test');
      await opened.run(
        "insert into account (id, version, email, name, added_at) values ('a1', 1, 'ben@example.test', 'Ben', '2026-01-12')",
      );
      expect(await store.whole.takeIn(whole, back, 'a1')).toBe('taken in');
      expect((await store.members.of('one')).map((m) => m.roles)).toEqual([['organiser', 'manager']]);
    });

    it('is not taken where it reaches for another review, and nothing of it stays', async () => {
      await store.keeping.purge('one', 'Test');
      const { tables } = whole;
      const line = tables.history![0]!;
      const forged: readonly (readonly [string, WholeReview])[] = [
        [
          'another review’s row',
          { ...whole, tables: { ...tables, comment: [{ ...tables.comment![0]!, review_id: 'two' }] } },
        ],
        [
          'another review’s history',
          {
            ...whole,
            tables: { ...tables, history: [...tables.history!, { ...line, thing_id: 'two', version: 3 }] },
          },
        ],
        [
          'history of a review to come',
          {
            ...whole,
            tables: { ...tables, history: [...tables.history!, { ...line, thing_id: 'three', version: 1 }] },
          },
        ],
        [
          'a line about an account, which belongs to no review',
          {
            ...whole,
            tables: {
              ...tables,
              history: [...tables.history!, { ...line, thing: 'account', thing_id: 'AAAAAAAAAAAAAAAA' }],
            },
          },
        ],
        [
          'the same twice',
          { ...whole, tables: { ...tables, comment: [...tables.comment!, ...tables.comment!] } },
        ],
        ['no review', { ...whole, tables: { ...tables, review: [] } }],
      ];
      const dump = await opened.dump();
      for (const [what, one] of forged)
        expect([what, await store.whole.takeIn(one, back)]).toEqual([what, 'unfit']);
      const newer: readonly WholeReview[] = [
        { ...whole, steps: [...whole.steps, '999-later'] },
        { ...whole, tables: { ...tables, feed_token: [{ id: 'x', review_id: 'one' }] } },
        { ...whole, tables: { ...tables, account: [{ id: 'x', review_id: 'one' }] } },
        { ...whole, tables: { ...tables, comment: [{ ...tables.comment![0]!, colour: 'red' }] } },
        { ...whole, tables: { ...tables, diary_link: [{ ...tables.diary_link![0]!, hash: 'chosen' }] } },
      ];
      for (const one of newer) expect(await store.whole.takeIn(one, back)).toBe('newer');
      expect(await opened.dump()).toBe(dump);
    });

    it('is not taken where a line of somebody else’s history is about the same thing', async () => {
      await store.keeping.purge('one', 'Test');
      const [theirs] = await store.comments.of('two');
      const line = whole.tables.history!.find((row) => row.thing === 'comment')!;
      const tables = {
        ...whole.tables,
        history: [...whole.tables.history!, { ...line, thing_id: theirs!.id, version: 2 }],
      };
      expect(await store.whole.takeIn({ ...whole, tables }, back)).toBe('unfit');
    });
  });
}
