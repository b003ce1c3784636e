import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { openStore } from '../../src/store/store.ts';
import { type Opened, sources } from './contract.ts';
import { watched } from './watched.ts';

/** A store in a file of a folder of the moment; nothing is written to it without a line in the history. */
export async function openFile(): Promise<Opened> {
  const dir = mkdtempSync(join(tmpdir(), 'peerweek-store-'));
  const file = join(dir, 'data', 'peerweek.db');
  const given = sources();
  const store = await openStore(file, given);
  return {
    store: watched(store, file),
    where: file,
    sources: given,
    reopen: async () => watched(await openStore(file, given), file),
    async dump() {
      const db = new DatabaseSync(file, { readOnly: true });
      const tables = db.prepare("select name from sqlite_master where type = 'table' order by name").all();
      const text = tables.map(({ name }) => JSON.stringify(db.prepare(`select * from "${name}"`).all()));
      db.close();
      return text.join('\n');
    },
    async run(statement) {
      const db = new DatabaseSync(file);
      try {
        db.exec(statement);
      } finally {
        db.close();
      }
    },
    async remove() {
      await store.close();
      rmSync(dir, { recursive: true });
    },
  };
}
