import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openStore } from '../../src/store/store.ts';
import { describeBackup } from './contract/backup.ts';
import { describeKeeping } from './contract/keeping.ts';
import { describeStore, sources } from './contract.ts';
import { openFile } from './open-file.ts';

const folder = () => mkdtempSync(join(tmpdir(), 'peerweek-store-'));

describeStore('SQLite in a file', openFile);
describeKeeping('SQLite in a file', openFile);
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

  it('has lost nothing it confirmed when the process is killed in the middle of writing', async () => {
    const dir = folder();
    const file = join(dir, 'peerweek.db');
    const writer = join(dir, 'writer.mts');
    // Prints each version after it is saved; what was printed must be found, and nothing half written beside it.
    writeFileSync(
      writer,
      `import { randomBytes } from 'node:crypto';
       import { openStore } from ${JSON.stringify(join(import.meta.dirname, '../../src/store/store.ts'))};
       const store = await openStore(${JSON.stringify(file)}, { now: () => new Date(), randomBytes });
       for (let version = 0; ; version++) {
         const file = JSON.stringify({ version: version + 1, padding: 'x'.repeat(50_000) });
         await store.reviews.save({ id: 'r', council: 'C', firstDay: '2026-03-23', file }, version, { by: 'w', why: 'w' });
         process.stdout.write(version + 1 + '\\n');
       }`,
    );
    const child = spawn(process.execPath, ['--import', import.meta.resolve('tsx'), writer], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let said = '';
    await new Promise<void>((resolve) => {
      child.stdout.on('data', (chunk) => {
        said += chunk;
        if (said.split('\n').length > 20) child.kill('SIGKILL');
      });
      child.on('close', () => resolve());
    });
    const confirmed = Number(said.trimEnd().split('\n').at(-1));
    const store = await openStore(file, sources());
    const found = await store.reviews.find('r');
    expect(found?.version).toBeGreaterThanOrEqual(confirmed);
    expect(JSON.parse(found?.file ?? '').version).toBe(found?.version);
    const history = await store.history.of('r');
    expect(history.map((line) => line.version)).toEqual(
      Array.from({ length: found?.version ?? 0 }, (_, n) => n + 1),
    );
    await store.close();
    rmSync(dir, { recursive: true });
  });
});
