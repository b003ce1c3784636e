import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { calendarFor, etagOf } from '../../src/publish/calendar.ts';
import { needs } from '../support/needs.ts';
import { sampleProgramme, sampleReview } from '../support/sample-week.ts';

const run = promisify(execFile);

/** Days of both clock changes: the evening before is on the Sunday on which they change. */
const weeks = [
  {
    firstDay: '2028-03-27',
    days: ['2028-03-26', '2028-03-28'],
    listed: ['2028-03-26', '18:00-20:00 First team meeting'],
  },
  {
    firstDay: '2028-10-30',
    days: ['2028-10-29', '2028-10-31'],
    listed: ['2028-10-29', '18:00-20:00 First team meeting'],
  },
] as const;

needs('vdirsyncer', 'khal').describe('a real subscriber over HTTP: vdirsyncer and khal', () => {
  let server: Server;
  let folder: string;
  let address: string;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'peerweek-subscriber-'));
    server = createServer((request, response) => {
      const firstDay = /^\/(\d{4}-\d{2}-\d{2})\.ics$/.exec(request.url ?? '')?.[1];
      if (firstDay === undefined) return void response.writeHead(404).end();
      const review = sampleReview({ week: { firstDay, zone: 'Europe/London' } });
      const text = calendarFor(review, sampleProgramme(), { peer: 'health' })!;
      response
        .writeHead(200, { 'Content-Type': 'text/calendar; charset=utf-8', ETag: etagOf(text) })
        .end(text);
    });
    await new Promise<void>((done) => void server.listen(0, '127.0.0.1', done));
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });

  afterAll(() => {
    server.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it.each(weeks)('shows the local times of the week of $firstDay', async ({ firstDay, days, listed }) => {
    const home = join(folder, firstDay);
    const calendars = join(home, 'calendars');
    mkdirSync(calendars, { recursive: true });
    writeFileSync(
      join(home, 'vdirsyncer'),
      [
        '[general]',
        `status_path = "${join(home, 'status')}"`,
        '[pair week]',
        'a = "feed"',
        'b = "files"',
        'collections = null',
        '[storage feed]',
        'type = "http"',
        `url = "${address}/${firstDay}.ics"`,
        '[storage files]',
        'type = "filesystem"',
        `path = "${join(calendars, 'week')}"`,
        'fileext = ".ics"',
        '',
      ].join('\n'),
    );
    writeFileSync(
      join(home, 'khal'),
      [
        '[calendars]',
        '[[week]]',
        `path = ${join(calendars, 'week')}`,
        '[locale]',
        'local_timezone = Europe/London',
        'default_timezone = Europe/London',
        'timeformat = %H:%M',
        'dateformat = %Y-%m-%d',
        'longdateformat = %Y-%m-%d',
        'datetimeformat = %Y-%m-%d %H:%M',
        'longdatetimeformat = %Y-%m-%d %H:%M',
        '[sqlite]',
        `path = ${join(home, 'khal.db')}`,
        '',
      ].join('\n'),
    );
    const env = { ...process.env, HOME: home, LC_ALL: 'C.UTF-8', TZ: 'Europe/London' };
    mkdirSync(join(calendars, 'week'), { recursive: true });
    const sync = (...args: string[]) => run('vdirsyncer', ['-c', join(home, 'vdirsyncer'), ...args], { env });
    await sync('discover');
    await sync('sync');
    const { stdout } = await run(
      'khal',
      [
        '-c',
        join(home, 'khal'),
        'list',
        '--day-format',
        '{date}',
        '--format',
        '{start-end-time-style} {title}',
        ...days,
      ],
      { env },
    );
    expect(
      stdout
        .split('\n')
        .map((l) => l.trim())
        .filter(Boolean)
        .slice(0, 6),
    ).toEqual([
      ...listed,
      `${firstDay}`,
      '08:30-09:00 Team shown to the base room',
      '09:00-11:00 Team finalises its first thoughts',
      '11:15-13:00 Council overview and first thoughts presentations',
    ]);
    expect(stdout).toContain('15:00-16:00 Children’s improvement adviser (Ruth Okafor)');
  });
});
