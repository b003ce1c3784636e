import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** A calendar as somebody subscribes to it: fetched by vdirsyncer over HTTP, read by khal. */
export interface Subscriber {
  /** Fetches it anew. */
  readonly sync: () => Promise<void>;
  /** What khal lists from a day (`2026-03-25`) to the end of the next: `18:00-20:00 First team meeting`, after each day’s date. */
  readonly list: (from: string, to: string) => Promise<readonly string[]>;
  readonly remove: () => void;
}

/** Subscribes to a feed. Needs vdirsyncer and khal. */
export async function subscribe(url: string): Promise<Subscriber> {
  const home = mkdtempSync(join(tmpdir(), 'peerweek-subscriber-'));
  const week = join(home, 'calendars', 'week');
  mkdirSync(week, { recursive: true });
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
      `url = "${url}"`,
      '[storage files]',
      'type = "filesystem"',
      `path = "${week}"`,
      'fileext = ".ics"',
      '',
    ].join('\n'),
  );
  writeFileSync(
    join(home, 'khal'),
    [
      '[calendars]',
      '[[week]]',
      `path = ${week}`,
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
  const vdirsyncer = (...args: string[]) =>
    run('vdirsyncer', ['-c', join(home, 'vdirsyncer'), ...args], { env });
  await vdirsyncer('discover');
  return {
    sync: async () => {
      await vdirsyncer('sync');
    },
    async list(from, to) {
      const shape = ['--day-format', '{date}', '--format', '{start-end-time-style} {title}'];
      const { stdout } = await run('khal', ['-c', join(home, 'khal'), 'list', ...shape, from, to], { env });
      return stdout
        .split('\n')
        .map((line) => line.trim())
        .filter(Boolean);
    },
    remove: () => rmSync(home, { recursive: true, force: true }),
  };
}
