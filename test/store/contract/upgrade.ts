import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDatabase } from '../../../src/store/database.ts';
import { migrate, stepNames } from '../../../src/store/migrations/migrate.ts';
import { openStore } from '../../../src/store/store.ts';
import { troubleOf } from '../../../src/store/trouble.ts';
import type { Opened } from '../contract.ts';

const file = '{ "council": "Ynys Môn" }';
/** Entered with the first Peerweek of all. */
const entered = [
  `insert into review (id, version, council, first_day, file, saved_at)
   values ('one', 1, 'Ynys Môn', '2026-03-23', '${file}', '2026-01-12T09:00:00.000Z')`,
  `insert into programme (review_id, version, review_version, file, answer, saved_at)
   values ('one', 1, 1, '{}', null, '2026-01-12T09:00:00.000Z')`,
  `insert into history (review_id, thing, thing_id, version, what, signed_by, signed_at, why, file)
   values ('one', 'review', 'one', 1, 'added', 'Ada', '2026-01-12T09:00:00.000Z', 'Entered', '${file}')`,
];

/** What becomes of the data of an older Peerweek, and of a newer one's. `empty` takes away all there is. */
export function describeUpgrade(
  name: string,
  open: () => Promise<Opened>,
  empty: (opened: Opened) => Promise<void>,
): void {
  describe(`the data of another Peerweek, on ${name}`, () => {
    let opened: Opened;
    beforeEach(async () => {
      opened = await open();
    });
    afterEach(() => opened.remove());

    it.each(stepNames())('of one whose last step is %s comes along, all of it', async (step) => {
      const { where } = opened;
      await opened.store.close();
      await empty(opened);
      const old = await openDatabase(where);
      await migrate(old, step);
      await old.destroy();
      for (const statement of entered) await opened.run(statement);
      const store = await openStore(where, opened.sources);
      expect(await store.reviews.find('one')).toMatchObject({ version: 1, council: 'Ynys Môn', file });
      expect(await store.programmes.draftOf('one')).toMatchObject({ version: 1, file: '{}' });
      expect(await store.history.of('one')).toMatchObject([{ by: 'Ada', why: 'Entered' }]);
      // And it is written on with.
      const saved = await store.reviews.save(
        { id: 'one', council: 'Ynys Môn', firstDay: '2026-03-23', file: '{}' },
        1,
        { by: 'Ben', why: 'Changed' },
      );
      expect(saved.saved).toBe(true);
      await store.close();
    });

    it('of a newer one is not touched, and that is said', async () => {
      await opened.run(
        "insert into kysely_migration (name, timestamp) values ('999-to-come', '2030-01-01T00:00:00.000Z')",
      );
      const before = await opened.dump();
      const refused = await opened.reopen().catch((error: unknown) => error);
      expect(troubleOf(refused)).toBe('newer');
      expect(await opened.dump()).toBe(before);
    });
  });
}
