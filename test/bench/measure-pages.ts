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
/** Seconds of load where nothing else is said, and of looking as fast as one can. */
const SECONDS = 20;
const FULL = 6;
/** So many look as fast as they can. */
const HASTY = 20;
/** Milliseconds that somebody looks at a page before the next, from and to. */
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

/** Something that an organiser saves: somebody new, or two hours of a diary. */
function saved(lot: () => number, people: readonly string[]): readonly [string, URLSearchParams] {
  if (lot() < 0.5) {
    const name = `Person ${Math.floor(lot() * 1e9)}`;
    return ['/people', new URLSearchParams({ name, jobTitle: 'Officer', organisation: 'Council' })];
  }
  const contact = people[Math.floor(lot() * people.length)];
  // From 9am of a day on, in quarters of an hour from the evening before the first day.
  const from = (1 + Math.floor(lot() * 4)) * 96 + 36 + Math.floor(lot() * 24);
  return [`/people/${contact}/diary`, new URLSearchParams({ painted: `c${from}-${from + 8}`, do: 'save' })];
}

/** So many organisers at work: each looks at a page, thinks, looks at the next; now and then one saves something. */
async function underLoad(
  url: string,
  organisers: readonly Organiser[],
  { seconds, thinks }: { readonly seconds: number; readonly thinks: boolean },
): Promise<Load> {
  const [looks, saves]: [number[], number[]] = [[], []];
  let failed = 0;
  const began = performance.now();
  const end = began + seconds * 1000;
  await Promise.all(
    organisers.map(async ({ cookie, review, people }, n) => {
      const lot = lots(n + 1);
      const timed = async (into: number[], path: string, body?: URLSearchParams): Promise<Response> => {
        const asked = performance.now();
        const answer = await fetch(`${url}${path}`, {
          redirect: 'manual',
          headers: { Cookie: cookie, 'Sec-Fetch-Site': 'same-origin' },
          ...(body && { method: 'POST', body }),
        });
        await answer.arrayBuffer();
        into.push(performance.now() - asked);
        if (answer.status >= 400 || (body && answer.status !== 303)) failed++;
        return answer;
      };
      if (thinks) await wait(lot() * LOOKS[1]);
      while (performance.now() < end) {
        if (Math.floor(lot() * SAVES) === 0) {
          const [path, body] = saved(lot, people);
          const answer = await timed(saves, `/reviews/${review}${path}`, body);
          const back = answer.headers.get('location');
          if (back) await timed(looks, back.split('#', 1)[0]!);
        } else await timed(looks, `/reviews/${review}${pages[Math.floor(lot() * pages.length)]}`);
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

async function measure(name: string, data: string, { organisers: many, seconds }: Sizes): Promise<Measured> {
  const organisers = await filled(databaseIn(data), REVIEWS, many);
  const server = await startServer(data);
  try {
    // The first look at each page compiles what draws it.
    await lookAtAll(server.url, organisers);
    const load = await underLoad(server.url, organisers, { seconds, thinks: true });
    const full = await underLoad(server.url, organisers.slice(0, HASTY), { seconds: FULL, thinks: false });
    return { name, started: server.started, load, full, page: await heaviest(server.url, organisers[0]!) };
  } finally {
    await server.stop();
  }
}

interface Sizes {
  readonly organisers: number;
  readonly seconds: number;
}

async function lookAtAll(url: string, organisers: readonly Organiser[]): Promise<void> {
  for (const { cookie, review } of organisers.slice(0, REVIEWS))
    for (const page of pages)
      await (await fetch(`${url}/reviews/${review}${page}`, { headers: { Cookie: cookie } })).text();
}

/**
 * The part `pages`: the product in a process of its own, with 20 reviews of 45 sessions and 100 organisers (or as many
 * as `--organisers` says, for as long as `--seconds` says), each of whom looks at a page every two seconds and saves
 * something with every eighth click; the same on SQLite and on PostgreSQL. Then 20 who do not think at all, for what
 * the server can do at most.
 */
export async function measurePages(
  _: readonly Case[],
  { organisers, seconds = SECONDS }: Given,
): Promise<Table> {
  const folder = mkdtempSync(join(tmpdir(), 'peerweek-bench-'));
  const sizes = { organisers, seconds };
  const measured: Measured[] = [await measure('SQLite', join(folder, 'data'), sizes)];
  if (postgresPrograms()) {
    const postgres = await startPostgres({ durable: true });
    measured.push(await measure('PostgreSQL', await postgres.database(), sizes));
    await postgres.remove();
  }
  rmSync(folder, { recursive: true });
  const [first] = measured;
  const rate = ({ full }: Measured) => (full.looks.length + full.saves.length) / full.seconds;
  const row = (what: string, figure: (m: Measured) => string) => [what, ...measured.map(figure)];
  return {
    name: 'pages',
    head: ['', ...measured.map((m) => m.name)],
    rows: [
      row('start, to the first page', (m) => took(m.started)),
      row(`${organisers} organisers: a page, in the middle`, (m) => took(share(m.load.looks, 0.5))),
      row('a page, 99 of 100', (m) => took(share(m.load.looks, 0.99))),
      row('a save, in the middle', (m) => took(share(m.load.saves, 0.5))),
      row('a save, 99 of 100', (m) => took(share(m.load.saves, 0.99))),
      row('pages and saves asked for', (m) => String(m.load.looks.length + m.load.saves.length)),
      row('answers that failed', (m) => String(m.load.failed + m.full.failed)),
      row('at most, pages and saves a second', (m) => rate(m).toFixed(0)),
      row('beside SQLite', (m) => times(rate(m) / rate(first!))),
    ],
    notes: [
      `${REVIEWS} reviews of 45 sessions, ${seconds} s; every organiser looks at a page for two seconds and saves somebody new or a diary with every ${SAVES}th click. The heaviest page, ${first!.page.path}, weighs ${first!.page.plain.toFixed(0)} kB with its styles and script (${first!.page.packed.toFixed(0)} kB as sent; at most ${HEAVIEST}), and asks nothing of anybody else.`,
    ],
  };
}
