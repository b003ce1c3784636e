import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { gzipSync } from 'node:zlib';
import { databaseIn } from '../../src/store/where.ts';
import { startInstance } from '../support/instance.ts';
import { postgresPrograms, startPostgres } from '../support/postgres.ts';
import type { Given } from './arguments.ts';
import type { Case } from './cases.ts';
import { filled, type Organiser } from './filled.ts';
import { lots, share, wait } from './load.ts';
import { type Table, times, took } from './tables.ts';

const REVIEWS = 20;
const ORGANISERS = 100;
/** Seconds of load, and milliseconds that somebody looks at a page before the next, from and to. */
const SECONDS = 30;
const LOOKS = [1000, 3000] as const;
/** One click in so many saves something. */
const SAVES = 8;
/** What a page may weigh with all it needs, in kB. */
const HEAVIEST = 150;

const pages = [
  '',
  '/ready',
  '/people',
  '/diaries',
  '/places',
  '/sessions',
  '/frame',
  '/programme',
  '/findings',
];

interface Server {
  readonly url: string;
  /** Milliseconds from the command to the first answer. */
  readonly started: number;
  readonly stop: () => Promise<void>;
}

/** The product itself in a process of its own, as an administrator starts it. */
async function startServer(data: string): Promise<Server> {
  const began = performance.now();
  const { url, stop } = await startInstance(data);
  await (await fetch(`${url}/help`)).text();
  return { url, started: performance.now() - began, stop };
}

interface Load {
  readonly looks: readonly number[];
  readonly saves: readonly number[];
  readonly failed: number;
  readonly seconds: number;
}

/** So many organisers at work: each looks at a page, thinks, looks at the next; now and then one adds somebody. */
async function underLoad(url: string, organisers: readonly Organiser[], thinks: boolean): Promise<Load> {
  const [looks, saves]: [number[], number[]] = [[], []];
  let failed = 0;
  const began = performance.now();
  const end = began + SECONDS * 1000;
  await Promise.all(
    organisers.map(async ({ cookie, review }, n) => {
      const lot = lots(n + 1);
      if (thinks) await wait(lot() * LOOKS[1]);
      while (performance.now() < end) {
        const saving = Math.floor(lot() * SAVES) === 0;
        const asked = performance.now();
        const answer = saving
          ? await fetch(`${url}/reviews/${review}/people`, {
              method: 'POST',
              redirect: 'manual',
              headers: {
                Cookie: cookie,
                'Sec-Fetch-Site': 'same-origin',
                'Content-Type': 'application/x-www-form-urlencoded',
              },
              body: new URLSearchParams({
                name: `Person ${Math.floor(lot() * 1e9)}`,
                jobTitle: 'Officer',
                organisation: 'Council',
              }),
            })
          : await fetch(`${url}/reviews/${review}${pages[Math.floor(lot() * pages.length)]}`, {
              headers: { Cookie: cookie },
            });
        await answer.arrayBuffer();
        if (answer.status >= 400) failed++;
        (saving ? saves : looks).push(performance.now() - asked);
        if (thinks) await wait(LOOKS[0] + lot() * (LOOKS[1] - LOOKS[0]));
      }
    }),
  );
  return { looks, saves, failed, seconds: (performance.now() - began) / 1000 };
}

/** What the heaviest page weighs with its styles and script, in kB: as it is, and packed as it is sent. */
async function heaviest(url: string, { cookie, review }: Organiser) {
  const weigh = async (path: string) =>
    Buffer.from(await (await fetch(`${url}${path}`, { headers: { Cookie: cookie } })).arrayBuffer());
  const found: { path: string; plain: number; packed: number }[] = [];
  for (const page of pages) {
    const html = await weigh(`/reviews/${review}${page}`);
    const needed = [...html.toString().matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g)].map((m) =>
      m[1]!.replace(/&#x3D;/g, '='),
    );
    const all = [html, ...(await Promise.all([...new Set(needed)].map(weigh)))];
    const kB = (sum: (b: Buffer) => number) => all.reduce((s, b) => s + sum(b), 0) / 1000;
    found.push({
      path: page || '(overview)',
      plain: kB((b) => b.length),
      packed: kB((b) => gzipSync(b).length),
    });
  }
  return found.sort((a, b) => b.plain - a.plain)[0]!;
}

interface Measured {
  readonly name: string;
  readonly started: number;
  readonly load: Load;
  readonly full: Load;
  readonly page: Awaited<ReturnType<typeof heaviest>>;
}

async function measure(name: string, data: string): Promise<Measured> {
  const organisers = await filled(databaseIn(data), REVIEWS, ORGANISERS);
  const server = await startServer(data);
  try {
    // The first look at each page compiles what draws it.
    await underLoadOnce(server.url, organisers);
    const load = await underLoad(server.url, organisers, true);
    const full = await underLoad(server.url, organisers.slice(0, 20), false);
    return { name, started: server.started, load, full, page: await heaviest(server.url, organisers[0]!) };
  } finally {
    await server.stop();
  }
}

async function underLoadOnce(url: string, organisers: readonly Organiser[]): Promise<void> {
  for (const { cookie, review } of organisers.slice(0, REVIEWS))
    for (const page of pages)
      await (await fetch(`${url}/reviews/${review}${page}`, { headers: { Cookie: cookie } })).text();
}

/**
 * The part `pages`: the product in a process of its own, with 20 reviews of 45 sessions and 100 organisers, each of
 * whom looks at a page every two seconds and saves something with every eighth click; the same on SQLite and on
 * PostgreSQL. Then 20 who do not think at all, for what the server can do at most.
 */
export async function measurePages(_: readonly Case[], __: Given): Promise<Table> {
  const folder = mkdtempSync(join(tmpdir(), 'peerweek-bench-'));
  const measured: Measured[] = [await measure('SQLite', join(folder, 'data'))];
  if (postgresPrograms()) {
    const postgres = await startPostgres({ durable: true });
    measured.push(await measure('PostgreSQL', await postgres.database()));
    await postgres.remove();
  }
  rmSync(folder, { recursive: true });
  const [first] = measured;
  const rate = ({ full }: Measured) => (full.looks.length + full.saves.length) / full.seconds;
  return {
    name: 'pages',
    head: ['', ...measured.map((m) => m.name)],
    rows: [
      ['start, to the first page', ...measured.map((m) => took(m.started))],
      ['100 organisers: a page, in the middle', ...measured.map((m) => took(share(m.load.looks, 0.5)))],
      ['a page, 99 of 100', ...measured.map((m) => took(share(m.load.looks, 0.99)))],
      ['a save, in the middle', ...measured.map((m) => took(share(m.load.saves, 0.5)))],
      ['a save, 99 of 100', ...measured.map((m) => took(share(m.load.saves, 0.99)))],
      ['answers that failed', ...measured.map((m) => String(m.load.failed + m.full.failed))],
      ['at most, pages and saves a second', ...measured.map((m) => rate(m).toFixed(0))],
      ['beside SQLite', ...measured.map((m) => times(rate(m) / rate(first!)))],
    ],
    notes: [
      `${REVIEWS} reviews of 45 sessions; every organiser looks at a page for two seconds and saves with every ${SAVES}th click. The heaviest page, ${first!.page.path}, weighs ${first!.page.plain.toFixed(0)} kB with its styles and script (${first!.page.packed.toFixed(0)} kB as sent; at most ${HEAVIEST}), and asks nothing of anybody else.`,
    ],
  };
}
