import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { openStore } from '../../src/store/store.ts';
import { type Opened, sources } from './contract.ts';

/** A store in a file of a folder of the moment. */
export async function openFile(): Promise<Opened> {
  const dir = mkdtempSync(join(tmpdir(), 'peerweek-store-'));
  const file = join(dir, 'data', 'peerweek.db');
  const given = sources();
  const store = await openStore(file, given);
  return {
    store,
    where: file,
    sources: given,
    reopen: () => openStore(file, given),
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
