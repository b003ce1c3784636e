import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Store } from '../../../src/store/ports.ts';
import type { Opened } from '../contract.ts';

const ada = { by: 'Ada', why: 'Tried something' };
const joanne = { kind: 'peer', name: 'Joanne Whitby', body: '{"role":"nhs-peer"}' } as const;
const seat = { review: 'one', as: 'health', council: 'Ynys Môn', firstDay: '2026-03-23', role: 'nhs-peer' };

/** How every store keeps what all reviews share. */
export function describeShared(name: string, open: () => Promise<Opened>): void {
  describe(`what all reviews share, on ${name}`, () => {
    let opened: Opened;
    let store: Store;
    beforeEach(async () => {
      opened = await open();
      store = opened.store;
    });
    afterEach(() => opened.remove());

    it('is kept by kinds and by name, for every instance', async () => {
      const added = await store.shared.add(joanne, ada);
      expect(added).toMatchObject({ ...joanne, version: 1, savedBy: 'Ada' });
      const adam = await store.shared.add({ ...joanne, name: 'Adam Young' }, ada);
      await store.shared.add({ kind: 'frame', name: 'Four days', body: '{}' }, ada);
      const other = await opened.reopen();
      expect(await other.shared.of('peer')).toEqual([adam, added]);
      expect(await other.shared.find('peer', added.id)).toEqual(added);
      expect(await other.shared.find('frame', added.id)).toBeUndefined();
      await other.close();
    });

    it('lets the first of two through, and gives the other what is there', async () => {
      const { id } = await store.shared.add(joanne, ada);
      const changed = await store.shared.change({ ...joanne, id, body: '{}' }, 1, ada);
      expect(changed).toMatchObject({ saved: true, stored: { version: 2, body: '{}' } });
      const late = await store.shared.change({ ...joanne, id, name: 'J' }, 1, ada);
      expect(late).toMatchObject({ saved: false, theirs: { version: 2, name: 'Joanne Whitby' } });
      expect(await store.shared.drop('frame', id, ada)).toBe(false);
      expect(await store.shared.drop('peer', id, ada)).toBe(true);
      expect(await store.shared.drop('peer', id, ada)).toBe(false);
      const gone = await store.shared.change({ ...joanne, id }, 2, ada);
      expect(gone).toEqual({ saved: false, theirs: undefined });
    });

    it('knows what peers were on, the latest first, and forgets it with them', async () => {
      const { id } = await store.shared.add(joanne, ada);
      await store.shared.seat({ ...seat, peer: id }, ada);
      await store.shared.seat({ ...seat, peer: id, review: 'two', firstDay: '2026-06-01' }, ada);
      await store.shared.seat({ ...seat, peer: id, role: 'team-leader' }, ada);
      await store.shared.seat({ ...seat, peer: id, role: 'team-leader' }, ada);
      expect((await store.shared.seats()).map((s) => [s.review, s.role])).toEqual([
        ['two', 'nhs-peer'],
        ['one', 'team-leader'],
      ]);
      const noted = await store.history.about('seat');
      expect(noted.map((line) => [line.id, line.version, line.what, line.by])).toEqual([
        [`${id} one`, 1, 'added', 'Ada'],
        [`${id} two`, 1, 'added', 'Ada'],
        [`${id} one`, 2, 'changed', 'Ada'],
      ]);
      await store.shared.drop('peer', id, ada);
      expect(await store.shared.seats()).toEqual([]);
      expect((await store.history.about('shared', id)).map((line) => line.what)).toEqual([
        'added',
        'removed',
      ]);
      // Whoever is taken off the list is gone from the history too.
      expect(await opened.dump()).not.toMatch(/Joanne|nhs-peer/);
    });

    it('knows who coordinates', async () => {
      const entered = await store.signIns.enter(
        await store.signIns.offer({ kind: 'first', endsAt: '2027-01-01T00:00:00.000Z' }),
        { name: 'Cora', email: 'cora@example.org', browser: 'A test' },
      );
      if (entered.kind !== 'in') throw new Error(entered.kind);
      const { id } = entered.account;
      const made = { by: 'Whoever runs the server', why: 'Made a coordinator' };
      expect(await store.accounts.coordinators()).toEqual([]);
      expect(await store.accounts.coordinate('nobody', true, made)).toBe(false);
      expect(await store.accounts.coordinate(id, true, made)).toBe(true);
      // Said again, it is so already.
      expect(await store.accounts.coordinate(id, true, made)).toBe(true);
      expect(await store.accounts.coordinators()).toMatchObject([{ id, name: 'Cora', coordinates: true }]);
      expect((await store.signIns.open(entered.token))?.account.coordinates).toBe(true);
      await store.accounts.coordinate(id, false, { ...made, why: 'Ended it' });
      expect((await store.accounts.find(id))?.coordinates).toBeUndefined();
      expect(await store.history.about('coordinator')).toMatchObject([
        { review: '', id, version: 2, what: 'added', ...made },
        { review: '', id, version: 3, what: 'removed', why: 'Ended it' },
      ]);
      expect(await store.history.about('coordinator', 'another')).toEqual([]);
    });
  });
}
