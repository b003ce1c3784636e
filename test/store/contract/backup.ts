import { mkdtempSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { backup } from '../../../src/store/backup.ts';
import { NEW, type Store } from '../../../src/store/ports.ts';
import { restore } from '../../../src/store/restore.ts';
import type { Opened } from '../contract.ts';

const ada = { by: 'Ada', why: 'Entered' };
const entry = (id: string, n = 1) => ({
  id,
  council: 'Ynys Môn',
  firstDay: '2026-03-23',
  file: `{"n":${n}}`,
});

/** Backups of every store, taken back into every store. */
export function describeBackup(
  name: string,
  open: () => Promise<Opened>,
  elsewhere: () => Promise<Opened> = open,
): void {
  describe(`backups of ${name}`, () => {
    let [from, to]: Opened[] = [];
    let store: Store;
    let folder: string;
    let file: string;
    beforeEach(async () => {
      [from, to] = [await open(), await elsewhere()];
      store = from.store;
      folder = mkdtempSync(join(tmpdir(), 'pw-backup-'));
      file = join(folder, 'backup');
    });
    afterEach(async () => {
      await from?.remove();
      await to?.remove();
      rmSync(folder, { recursive: true });
    });
    /** Every row but those of the steps taken, which say when. */
    const rows = async (opened: Opened) =>
      (await opened.dump())
        .split('\n')
        .flatMap((table) => JSON.parse(table) as object[])
        .filter((row) => !('timestamp' in row))
        .map((row) => JSON.stringify(Object.entries(row).sort()))
        .sort();

    it('bring back all there was, in one file that is its owner’s alone', async () => {
      await store.reviews.save(entry('one'), NEW, ada);
      // More than are copied at once.
      for (let n = 1; n <= 230; n++) await store.reviews.save(entry('one', n + 1), n, ada);
      await store.programmes.saveDraft({ review: 'one', reviewVersion: 1, file: '“p”' }, NEW, ada);
      const { token } = await store.feedTokens.issue('one', 'priya', ada);
      expect(await backup(from!.where, file)).toEqual({ ok: true });
      expect(statSync(file).mode & 0o777).toBe(0o600);
      expect(await restore(file, to!.where, { replace: false })).toEqual({ ok: true, reviews: 1 });
      expect(await to!.store.reviews.find('one')).toEqual(await store.reviews.find('one'));
      expect(await to!.store.history.of('one')).toEqual(await store.history.of('one'));
      expect((await to!.store.feedTokens.open(token))?.person).toBe('priya');
      expect(await rows(to!)).toEqual(await rows(from!));
    });

    it('hold one moment, while others write', async () => {
      await store.reviews.save(entry('one'), NEW, ada);
      let version = 1;
      let stop = false;
      const writing = (async () => {
        while (!stop) await store.reviews.save(entry('one', version + 1), version++, ada);
      })();
      await backup(from!.where, file);
      stop = true;
      await writing;
      await restore(file, to!.where, { replace: false });
      const found = await to!.store.reviews.find('one');
      expect(JSON.parse(found?.file ?? '')).toEqual({ n: found?.version });
      const history = await to!.store.history.of('one');
      expect(history.map((line) => line.version)).toEqual(
        Array.from({ length: found?.version ?? 0 }, (_, n) => n + 1),
      );
    });

    it('are not written over a file, and not of nothing', async () => {
      writeFileSync(file, 'mine');
      expect(await backup(from!.where, file)).toEqual({ ok: false, why: 'there already' });
      expect(readFileSync(file, 'utf8')).toBe('mine');
      expect(await backup(join(folder, 'none.db'), join(folder, 'other'))).toEqual({
        ok: false,
        why: 'no data',
      });
    });

    it('go over data that is there only where that is said, and then all of it', async () => {
      await store.reviews.save(entry('one'), NEW, ada);
      await to!.store.reviews.save(entry('theirs'), NEW, ada);
      await to!.store.feedTokens.issue('theirs', 'priya', ada);
      await backup(from!.where, file);
      expect(await restore(file, to!.where, { replace: false })).toEqual({ ok: false, why: 'data there' });
      expect((await to!.store.reviews.list()).map((line) => line.id)).toEqual(['theirs']);
      expect(await restore(file, to!.where, { replace: true })).toEqual({ ok: true, reviews: 1 });
      expect(await to!.dump()).not.toContain('theirs');
    });

    it('that are none, damaged or of a newer Peerweek are refused, and nothing is touched', async () => {
      await store.reviews.save(entry('one'), NEW, ada);
      for (let n = 1; n <= 60; n++)
        await store.reviews.save({ ...entry('one'), file: `${n}${'x'.repeat(5_000)}` }, n, ada);
      await backup(from!.where, file);
      const before = await to!.dump();
      const refused = async (why: string, spoil: (path: string) => void) => {
        const bad = join(folder, why.replace(' ', '-'));
        writeFileSync(bad, readFileSync(file));
        spoil(bad);
        expect(await restore(bad, to!.where, { replace: true })).toEqual({ ok: false, why });
        expect(await to!.dump()).toBe(before);
      };
      const change = (path: string, sql: string) => {
        const db = new DatabaseSync(path);
        db.exec(sql);
        db.close();
      };
      await refused('no file', (path) => rmSync(path));
      await refused('no backup', (path) => writeFileSync(path, 'Dear all,\n'.repeat(1000)));
      await refused('no backup', (path) => change(path, 'drop table kysely_migration'));
      await refused('newer', (path) =>
        change(path, "insert into kysely_migration values ('999-later', 'x')"),
      );
      await refused('damaged', (path) => truncateSync(path, statSync(path).size / 2));
    });
  });
}
