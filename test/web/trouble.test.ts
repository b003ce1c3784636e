import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { limitFiles, maySmallDisk, smallDisk } from '../support/full-disk.ts';
import { needs } from '../support/needs.ts';
import { startPostgres } from '../support/postgres.ts';
import { sampleProgramme } from '../support/sample-week.ts';
import { approved, ask, enteredSample, keep, type Served, send, served, textOf, today } from './served.ts';

const typed = { peer: 'health', jobTitle: 'Head of <b>quality</b>\nand "more"', note: '  ', seen: '1' };
const form = (site: Served) => `${site.url}/reviews/sample/peers/links`;

/** The hidden fields of the form that sends everything again, as a browser would send them. */
const fieldsOf = (html: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    [...html.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)">/g)].map(
      ([, name = '', value = '']) => [
        name,
        value
          .replaceAll('&lt;', '<')
          .replaceAll('&gt;', '>')
          .replaceAll('&quot;', '"')
          .replaceAll('&amp;', '&'),
      ],
    ),
  );

/** Nothing was kept, everything typed is on the page, and it can be sent from there once all is well. */
async function keepsWhatWasTyped(site: Served, status: number, happened: string, mend: () => unknown) {
  const { status: got, body, headers } = await send(form(site), typed);
  expect(got).toBe(status);
  expect(headers['retry-after']).toBe('5');
  expect(headers['cache-control']).toBe('no-store');
  expect(textOf(body)).toContain(`This could not be saved ${happened} Nothing that was saved before is lost`);
  expect(textOf(body)).toContain('Job title Head of &lt;b&gt;quality&lt;/b&gt; and "more"');
  expect(body).toContain('<form action="/reviews/sample/peers/links" method="post">');
  expect(fieldsOf(body)).toEqual(typed);
  expect(site.log.join('')).not.toMatch(/quality|Patel/);
  await mend();
  expect(await site.store.feedTokens.of('sample')).toEqual([]);
  expect((await send(form(site), { ...fieldsOf(body) })).status).toBe(200);
  expect((await site.store.feedTokens.of('sample')).map((t) => t.person)).toEqual(['health']);
}

describe('trouble with the data in a file', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'pw-trouble-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  /** A site at which everybody was last seen a while ago, so that looking at a page is a reason to note it. */
  const later = async (
    file: string,
  ): Promise<{ readonly site: Served; readonly feed: string; readonly diary: string }> => {
    let now = today;
    const site = await served(() => now, file);
    await keep(site.store, enteredSample());
    await approved(site.store, enteredSample(), sampleProgramme());
    const asked = { by: 'Test', why: 'Test' };
    const feed = await site.store.feedTokens.issue('sample', 'health', asked);
    const endsAt = '2026-02-01T23:59:59.000Z';
    const link = { review: 'sample', contact: 'priya-shah', to: 'contact', endsAt } as const;
    const diary = await site.store.diaryLinks.issue(link, asked);
    now = new Date(today.getTime() + 10 * 60_000);
    return { site, feed: `/f/${feed.token}.ics`, diary: `/d/${diary.token}` };
  };
  const expectShown = async (site: Served, ...paths: readonly string[]) => {
    for (const path of paths) expect([path, (await ask(`${site.url}${path}`)).status]).toEqual([path, 200]);
  };

  it('what is noted by the way, such as when somebody was last seen, stands in nobody’s way', async () => {
    const file = join(folder, 'peerweek.db');
    const { site, feed, diary } = await later(file);
    const other = new DatabaseSync(file);
    other.exec('begin immediate');
    try {
      await expectShown(site, '/reviews/sample/peers', feed, diary);
      const { status, body } = await send(form(site), typed);
      expect([status, fieldsOf(body)]).toEqual([503, typed]);
    } finally {
      other.exec('rollback');
      other.close();
      await site.close();
    }
  }, 20_000);

  const full = 'The disk that Peerweek keeps its data on is full, or can’t be written to.';

  it('a file that may grow no further gives a clear page that keeps what was typed; what is there is shown', async () => {
    const file = join(folder, 'peerweek.db');
    const site = await served(() => today, file);
    await keep(site.store, enteredSample());
    limitFiles(statSync(`${file}-wal`).size);
    try {
      expect((await ask(`${site.url}/reviews/sample/peers`)).status).toBe(200);
      await keepsWhatWasTyped(site, 507, full, () => limitFiles('unlimited'));
    } finally {
      limitFiles('unlimited');
      await site.close();
    }
  });

  const mounts = maySmallDisk();
  it.skipIf(!mounts)(
    `a full disk does too${mounts ? '' : ' (skipped: only root may mount one)'}`,
    async () => {
      const disk = smallDisk();
      try {
        const site = await served(() => today, join(disk.folder, 'peerweek.db'));
        await keep(site.store, enteredSample());
        disk.fill();
        expect((await ask(`${site.url}/reviews/sample/peers`)).status).toBe(200);
        await keepsWhatWasTyped(site, 507, full, disk.clear);
        await site.close();
      } finally {
        disk.remove();
      }
    },
  );

  it('a file that another program has locked does too, and other pages are shown meanwhile', async () => {
    const file = join(folder, 'peerweek.db');
    const site = await served(() => today, file);
    await keep(site.store, enteredSample());
    const other = new DatabaseSync(file);
    other.exec('begin immediate');
    await keepsWhatWasTyped(
      site,
      503,
      'Another program is using Peerweek’s data, and did not let go of it in time.',
      () => other.exec('rollback'),
    );
    other.close();
    await site.close();
  }, 20_000);

  it('waits for a program that lets go in time, and holds nothing else up', async () => {
    const file = join(folder, 'peerweek.db');
    const site = await served(() => today, file);
    await keep(site.store, enteredSample());
    const other = new DatabaseSync(file);
    other.exec('begin immediate');
    const waiting = send(form(site), typed);
    const started = performance.now();
    expect((await ask(`${site.url}/assets/favicon.svg`)).status).toBe(200);
    expect(performance.now() - started).toBeLessThan(2_000);
    other.exec('rollback');
    expect((await waiting).status).toBe(200);
    other.close();
    await site.close();
  });
});

needs('postgresql').describe('trouble with the data in PostgreSQL', () => {
  it('a server that is gone gives a clear page that keeps what was typed, and is used again when it is back', async () => {
    const postgres = await startPostgres();
    onTestFinished(() => postgres.remove());
    const site = await served(() => today, await postgres.database());
    await keep(site.store, enteredSample());
    await postgres.kill();
    const page = await ask(`${site.url}/reviews/sample/peers`);
    expect(page.status).toBe(503);
    expect(textOf(page.body)).toContain('does not answer. Nothing that was saved is lost.');
    await keepsWhatWasTyped(
      site,
      503,
      'The database that Peerweek keeps its data in does not answer.',
      postgres.start,
    );
    await site.close();
  }, 60_000);
});
