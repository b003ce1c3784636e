import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { NEW, type Store } from '../../../src/store/ports.ts';
import type { Opened } from '../contract.ts';

const ada = { by: 'Ada', why: 'Shared the rough draft' };
const mia = { by: 'Mia', why: 'Approved the programme' };
const review = (id: string) => ({
  id,
  council: `${id} Council`,
  firstDay: '2026-03-23',
  file: '{"peerweek":1}',
});
const files = {
  review: 'one',
  programmeVersion: 3,
  reviewFile: '{"council":"one"}',
  programmeFile: '{"placements":[]}',
  note: 'Good.',
};

/** How every store keeps what was shared, said and approved. */
export function describeAgreement(name: string, open: () => Promise<Opened>): void {
  describe(`agreeing on ${name}`, () => {
    let opened: Opened;
    let store: Store;
    beforeEach(async () => {
      opened = await open();
      store = opened.store;
      await store.reviews.save(review('one'), NEW, ada);
      await store.reviews.save(review('two'), NEW, ada);
    });
    afterEach(() => opened.remove());

    it('is a draft until somebody shares it, and says who moved it when, with what was said', async () => {
      expect(await store.agreements.of('one')).toEqual({ review: 'one', version: 0, stage: 'draft' });
      const to = { stage: 'shared', programmeVersion: 2, note: 'Have a look' } as const;
      const moved = await store.agreements.move('one', NEW, to, ada);
      expect(moved).toEqual({
        saved: true,
        stored: { review: 'one', version: 1, by: 'Ada', at: expect.any(String), ...to },
      });
      expect(await store.agreements.of('two')).toEqual({ review: 'two', version: 0, stage: 'draft' });
      const lines = (await store.history.of('one')).filter((l) => l.thing === 'agreement');
      expect(lines.map((l) => [l.version, l.why])).toEqual([[1, 'Shared the rough draft']]);
    });

    it('lets one of two through who act at the same moment', async () => {
      const to = { stage: 'shared', programmeVersion: 2, note: '' } as const;
      const both = await Promise.all([1, 2].map(() => store.agreements.move('one', NEW, to, ada)));
      expect(both.filter((r) => r.saved)).toHaveLength(1);
      const approved = await Promise.all([1, 2].map(() => store.releases.approve(files, 1, mia)));
      expect(approved.filter((r) => r.saved)).toHaveLength(1);
      expect(await store.releases.of('one')).toHaveLength(1);
    });

    it('numbers releases, each vouching for the one before it', async () => {
      const first = await store.releases.approve(files, NEW, mia);
      const second = await store.releases.approve({ ...files, programmeVersion: 4 }, 1, mia);
      if (!first.saved || !second.saved) throw new Error('not approved');
      expect([first.stored.number, second.stored.number]).toEqual([1, 2]);
      expect(first.stored.hash).toMatch(/^[0-9a-f]{64}$/);
      expect(second.stored.hash).not.toBe(first.stored.hash);
      expect((await store.releases.of('one')).map((r) => r.number)).toEqual([1, 2]);
      expect(await store.releases.find('one', 1)).toEqual(first.stored);
      expect(await store.releases.latest('one')).toEqual(second.stored);
      expect(await store.releases.latest('two')).toBeUndefined();
      expect((await store.agreements.of('one')).stage).toBe('approved');
      expect(await store.releases.find('one', 3)).toBeUndefined();
    });

    it('never lets a release be altered or taken away, whoever asks the database', async () => {
      await store.releases.approve(files, NEW, mia);
      for (const statement of [
        `update "release" set programme_file = '{}' where review_id = 'one'`,
        `delete from "release" where review_id = 'one'`,
      ])
        await expect(opened.run(statement)).rejects.toThrow(/never altered/);
      expect((await store.releases.latest('one'))?.programmeFile).toBe(files.programmeFile);
    });

    it('lets them go with their review', async () => {
      await store.releases.approve(files, NEW, mia);
      await store.comments.add({ review: 'one', about: 'whole', text: 'Why two streams?' }, mia);
      expect(await store.keeping.purge('one', 'Its last day has passed')).toBe(true);
      expect(await store.releases.of('one')).toEqual([]);
      expect(await opened.dump()).not.toContain('Why two streams?');
    });

    it('keeps comments, what answers them, and who settled them', async () => {
      const asked = await store.comments.add(
        { review: 'one', about: 'session', aboutId: 's1', text: 'Too early?' },
        mia,
      );
      const answer = await store.comments.add(
        { review: 'one', about: 'session', aboutId: 's1', text: 'She asked for it.', answers: asked.id },
        ada,
      );
      expect(await store.comments.of('one')).toEqual([asked, answer]);
      const settled = await store.comments.settle(asked.id, 1, true, mia);
      expect(settled.saved && [settled.stored.settledBy, settled.stored.version]).toEqual(['Mia', 2]);
      expect((await store.comments.settle(asked.id, 1, true, ada)).saved).toBe(false);
      const again = await store.comments.settle(asked.id, 2, false, ada);
      expect(again.saved && again.stored.settledBy).toBeUndefined();
      expect(await store.comments.of('two')).toEqual([]);
    });
  });
}
