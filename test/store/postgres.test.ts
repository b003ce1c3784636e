import { afterAll, beforeAll } from 'vitest';
import { openStore } from '../../src/store/store.ts';
import { needs } from '../support/needs.ts';
import { type Postgres, startPostgres } from '../support/postgres.ts';
import { describeAccounts } from './contract/accounts.ts';
import { describeAgreement } from './contract/agreement.ts';
import { describeBackup } from './contract/backup.ts';
import { describeDiaryLinks } from './contract/diary-links.ts';
import { describeHappenings } from './contract/happenings.ts';
import { describeJobs } from './contract/jobs.ts';
import { describeKeeping } from './contract/keeping.ts';
import { describeOutbox } from './contract/outbox.ts';
import { describeReaching } from './contract/reaching.ts';
import { describeScenarios } from './contract/scenarios.ts';
import { describeShared } from './contract/shared.ts';
import { describeUpgrade } from './contract/upgrade.ts';
import { describeUploads } from './contract/uploads.ts';
import { describeWhole } from './contract/whole.ts';
import { describeStore, type Opened, sources } from './contract.ts';
import { openFile } from './open-file.ts';

needs('postgresql').describe('a real PostgreSQL', () => {
  let postgres: Postgres;
  beforeAll(async () => {
    postgres = await startPostgres();
  });
  // A database for each test is a lot of files to take away, on a slow disk.
  afterAll(() => postgres.remove(), 180_000);

  async function open(): Promise<Opened> {
    const url = await postgres.database();
    const given = sources();
    const store = await openStore(url, given);
    return {
      store,
      where: url,
      sources: given,
      reopen: () => openStore(url, given),
      async dump() {
        const tables = await postgres.ask(
          url,
          "select table_name as name from information_schema.tables where table_schema = 'public' order by 1",
        );
        const text: string[] = [];
        for (const { name } of tables)
          text.push(JSON.stringify(await postgres.ask(url, `select * from "${String(name)}"`)));
        return text.join('\n');
      },
      run: async (statement) => void (await postgres.ask(url, statement)),
      remove: () => store.close(),
    };
  }

  describeStore('PostgreSQL', open);
  describeAccounts('PostgreSQL', open);
  describeOutbox('PostgreSQL', open);
  describeKeeping('PostgreSQL', open);
  describeDiaryLinks('PostgreSQL', open);
  describeReaching('PostgreSQL', open);
  describeUploads('PostgreSQL', open);
  describeWhole('PostgreSQL', open);
  describeScenarios('PostgreSQL', open);
  describeHappenings('PostgreSQL', open);
  describeAgreement('PostgreSQL', open);
  describeJobs('PostgreSQL', open);
  describeShared('PostgreSQL', open);
  describeUpgrade('PostgreSQL', open, (opened) =>
    opened.run('drop schema public cascade; create schema public'),
  );
  describeBackup('PostgreSQL', open);
  describeBackup('PostgreSQL, taken back into a file', open, openFile);
  describeBackup('a file, taken back into PostgreSQL', openFile, open);
});
