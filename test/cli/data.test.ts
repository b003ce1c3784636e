import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { openStore } from '../../src/store/store.ts';
import { databaseIn } from '../../src/store/where.ts';
import { bundled, peerweek, type Ran, start } from '../support/command.ts';
import { needs } from '../support/needs.ts';
import { type Postgres, startPostgres } from '../support/postgres.ts';

// Each test starts processes, on a machine that may be busy with others.
vi.setConfig({ testTimeout: 120_000 });

const folder = mkdtempSync(join(tmpdir(), 'peerweek-data-'));
beforeAll(bundled);
afterAll(() => rmSync(folder, { recursive: true }));

const sample = 'fixtures/appendix-11.json';
const programme = 'fixtures/appendix-11.programme.json';
const ok = (out: string): Ran => ({ exit: 0, out, err: [] });
const no = (exit: number, line: string): Ran => ({ exit, out: '', err: [line] });

/** Everything that the commands do with data, wherever it is kept: `--data` in the words of the answers. */
function commands(place: () => Promise<{ readonly options: readonly string[]; readonly words: string }>) {
  let options: readonly string[];
  let words: string;
  const run = (...args: readonly string[]) => peerweek(...args, ...options);
  const take = () => run('import-review', sample, '--programme', programme, '--by', 'Ada');
  beforeEach(async () => {
    ({ options, words } = await place());
  });

  it('import-review takes a review in, export-review gives the same bytes back', async () => {
    expect(await take()).toEqual(
      ok(
        'Westmarch Council: the review was taken in, its programme was taken in.\nStart “peerweek serve” to look at it.\n',
      ),
    );
    expect(await run('export-review', 'westmarch')).toEqual(ok(readFileSync(sample, 'utf8')));
    const out = join(folder, 'back.json');
    expect(await run('export-review', 'westmarch', '--out', out)).toEqual(ok(''));
    expect(readFileSync(out, 'utf8')).toBe(readFileSync(sample, 'utf8'));
    expect(await run('export-review', 'westmerch')).toEqual(
      no(1, 'There is no review “westmerch” in the data. Did you mean “westmarch”?'),
    );
  });

  it('backup writes all of it into a file, and restore brings it back', async () => {
    await take();
    const file = join(folder, `${words.length}-backup`);
    expect(await run('backup', file)).toEqual(
      ok(
        `The data of ${words} is in ${file}.\nIt holds names and diaries: keep it where only you can read it, and no longer than you need it.\n`,
      ),
    );
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(await run('backup', file)).toEqual(
      no(1, `${file}: there is a file of that name. Give another name.`),
    );
    expect(await run('restore', file)).toEqual(
      no(
        1,
        `There is data in ${words} already, and nothing was changed. To put the backup in its place: --replace`,
      ),
    );
    await run('purge', '--review', 'westmarch', '--sure');
    expect((await run('export-review', 'westmarch')).exit).toBe(1);
    expect(await run('restore', file, '--replace')).toEqual(
      ok(
        `1 review and all that belongs to it came back into ${words}.\nWhat was erased or purged after the backup was made is back too: erase it again.\n`,
      ),
    );
    expect(await run('export-review', 'westmarch')).toEqual(ok(readFileSync(sample, 'utf8')));
  });

  it('purge removes what is past its day, only when that is said to be sure', async () => {
    await take();
    const none = ok('No review is past the day until which it is kept.\n');
    expect(await run('purge', '--sure')).toEqual(none);
    const store = await openStore(databaseIn(options[1] ?? process.env.DATABASE_URL ?? ''), {
      now: () => new Date(),
      randomBytes: (n) => new Uint8Array(n),
    });
    await store.keeping.keepUntil('westmarch', '2025-03-31', 0, { by: 'Ada', why: 'Told to' });
    const line = '  Westmarch Council (westmarch), kept until Monday 31 March 2025\n';
    expect(await run('purge')).toEqual(
      ok(
        `Would be removed for good, with programme, history and links:\n${line}Nothing was removed. To remove: --sure\n`,
      ),
    );
    expect(await store.history.of('westmarch')).toHaveLength(3);
    expect(await run('purge', '--sure')).toEqual(
      ok(`Removed for good:\n${line}They are still in backups that were made before.\n`),
    );
    expect(await store.history.of('westmarch')).toEqual([]);
    expect(await store.keeping.purged()).toEqual([
      { review: 'westmarch', at: expect.any(String), why: 'It was kept until 2025-03-31' },
    ]);
    await store.close();
    expect(await run('purge', '--sure')).toEqual(none);
    expect(await run('purge', '--review', 'westmarch')).toEqual(
      no(1, 'There is no review “westmarch” in the data.'),
    );
  });
}

describe('data in a folder', () => {
  let made = 0;
  commands(async () => {
    const data = join(folder, `data-${made++}`);
    return { options: ['--data', data], words: data };
  });

  it('that is not there has nothing to back up, and none is made', async () => {
    const data = join(folder, 'nowhere');
    expect(await peerweek('backup', join(folder, 'b'), '--data', data)).toEqual(
      no(1, `There is no data in ${data}.`),
    );
    expect(existsSync(data)).toBe(false);
  });

  it('comes back from a backup only: other files are refused with exit 2', async () => {
    const data = join(folder, 'refused');
    const other = join(folder, 'letter.txt');
    writeFileSync(other, 'Dear all,\n'.repeat(500));
    expect(await peerweek('restore', other, '--data', data)).toEqual(
      no(2, `${other}: this is not a backup of Peerweek.`),
    );
    expect(await peerweek('restore', `${other}x`, '--data', data)).toEqual(
      no(1, `${other}x: there is no such file.`),
    );
  });

  it('that another program has locked gets one plain line', async () => {
    const data = join(folder, 'locked');
    await peerweek('import-review', sample, '--programme', programme, '--data', data);
    const other = new DatabaseSync(join(data, 'peerweek.db'));
    other.exec('begin immediate');
    expect(await peerweek('purge', '--review', 'westmarch', '--sure', '--data', data)).toEqual(
      no(1, 'Another program is using the data, and did not let go of it in time. Try again in a moment.'),
    );
    other.close();
  });
});

needs('postgresql').describe('data in PostgreSQL', () => {
  let postgres: Postgres;
  beforeAll(async () => {
    postgres = await startPostgres();
  });
  afterAll(async () => {
    delete process.env.DATABASE_URL;
    await postgres.remove();
  });
  const use = async () => {
    const url = await postgres.database();
    process.env.DATABASE_URL = url;
    const host = new URL(url).searchParams.get('host') ?? '';
    return { options: [], words: `the PostgreSQL database “${new URL(url).pathname.slice(1)}” at ${host}` };
  };

  describe('named by DATABASE_URL', () => commands(use));

  it('is served, and none of it is written into a folder', async () => {
    await use();
    await peerweek('import-review', sample, '--programme', programme);
    const server = start('serve', '--port', '0');
    const said = await server.says('Peerweek is at ');
    const [url = ''] = /http:\S+/.exec(said) ?? [];
    const { status } = await fetch(`${url}/reviews/westmarch`, { redirect: 'manual' });
    expect(status).toBeLessThan(400);
    server.kill('SIGTERM');
    expect((await server.done).exit).toBe(0);
  });

  it('is not used where a folder is named', async () => {
    await use();
    const data = join(folder, 'chosen');
    await peerweek('import-review', sample, '--programme', programme, '--data', data);
    expect((await peerweek('export-review', 'westmarch')).exit).toBe(1);
    expect((await peerweek('export-review', 'westmarch', '--data', data)).exit).toBe(0);
  });

  it('that can’t be reached, or lets nobody in, gets one plain line without the password', async () => {
    process.env.DATABASE_URL = 'postgresql://me:secret@127.0.0.1:1/none';
    expect(await peerweek('export-review', 'x')).toEqual(
      no(
        1,
        'The database can’t be reached. Is it running, and does --data or DATABASE_URL name the right one?',
      ),
    );
    process.env.DATABASE_URL = (await postgres.database()).replace(/\/t\d+\?/, '/none?');
    expect(await peerweek('export-review', 'x')).toEqual(
      no(
        1,
        'The database does not let Peerweek in: look at the name, password and database in DATABASE_URL.',
      ),
    );
  });
});
