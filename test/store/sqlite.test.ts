import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openStore } from '../../src/store/store.ts';
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
import { describeStore, sources } from './contract.ts';
import { openFile } from './open-file.ts';
import { askable, asked } from './watched.ts';

const folder = () => mkdtempSync(join(tmpdir(), 'peerweek-store-'));

describeStore('SQLite in a file', openFile);
describeAccounts('SQLite in a file', openFile);
describeOutbox('SQLite in a file', openFile);
describeKeeping('SQLite in a file', openFile);
describeDiaryLinks('SQLite in a file', openFile);
describeReaching('SQLite in a file', openFile);
describeUploads('SQLite in a file', openFile);
describeWhole('SQLite in a file', openFile);
describeScenarios('SQLite in a file', openFile);
describeHappenings('SQLite in a file', openFile);
describeAgreement('SQLite in a file', openFile);
describeJobs('SQLite in a file', openFile);
describeShared('SQLite in a file', openFile);
describeUpgrade('SQLite in a file', openFile, async ({ where }) => {
  for (const end of ['', '-wal', '-shm']) rmSync(`${where}${end}`, { force: true });
});
describeBackup('SQLite in a file', openFile);

describe('the SQLite file', () => {
  it('is its owner’s alone', async () => {
    const dir = folder();
    const file = join(dir, 'data', 'peerweek.db');
    const store = await openStore(file, sources());
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(statSync(join(dir, 'data')).mode & 0o777).toBe(0o700);
    await store.close();
    rmSync(dir, { recursive: true });
  });
});

describe('what a store can be asked', () => {
  it('was asked of it above, so that every write was seen to leave its line in the history', async () => {
    const opened = await openFile();
    expect(askable(opened.store).filter((method) => !asked.has(method))).toEqual([]);
    await opened.remove();
  });
});
