import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { Agent, get } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { readProgramme, readReview } from '../../src/intake/index.ts';
import { programmeToJson } from '../../src/publish/json.ts';
import type { FeedKind } from '../../src/store/ports.ts';
import { openStore } from '../../src/store/store.ts';
import { databaseIn } from '../../src/store/where.ts';
import { type Instance, startInstance } from '../support/instance.ts';
import type { Given } from './arguments.ts';
import type { Case } from './cases.ts';
import { filled, type Organiser } from './filled.ts';
import { lots, share, wait } from './load.ts';
import { type Table, took } from './tables.ts';

const REVIEWS = 20;
const CLIENTS = 2000;
/** So many ask at once where they ask as fast as they can. */
const AT_ONCE = 50;
/** Seconds of that, and seconds after which each asks again while programmes are built. */
const FULL = 6;
const PACE = 60;
const BUILDS = 3;
/** Seconds after which the builds are waited for no longer. */
const LONGEST = 40;

const signature = { by: 'Benchmark', why: 'Benchmark' };

/** Approves each review twice, the second time with a session less, and gives everybody in it links: so many in all. */
async function published(where: string): Promise<readonly string[]> {
  const store = await openStore(where, { now: () => new Date(), randomBytes });
  const owners: { readonly review: string; readonly person: string; readonly kind: FeedKind }[] = [];
  for (const { id } of await store.reviews.list()) {
    const stored = await store.reviews.find(id);
    const draft = await store.programmes.draftOf(id);
    const review = stored && readReview(stored.file);
    if (!stored || !draft || !review?.ok) throw new Error(`${id} can’t be read`);
    const programme = readProgramme(draft.file, review.value);
    if (!programme.ok) throw new Error(`The programme of ${id} can’t be read`);
    const [, ...rest] = programme.value.placements;
    const less = programmeToJson(review.value, { ...programme.value, placements: rest });
    for (const [seen, programmeFile] of [draft.file, less].entries())
      await store.releases.approve(
        { review: id, programmeVersion: 1, reviewFile: stored.file, programmeFile, note: '' },
        seen,
        signature,
      );
    const { peers, contacts, rooms } = review.value;
    for (const [kind, list] of [
      ['peer', peers],
      ['contact', contacts],
      ['room', rooms],
    ] as const)
      owners.push(...list.map((one) => ({ review: id, person: one.id, kind })));
  }
  const tokens: string[] = [];
  for (let n = 0; n < CLIENTS; n++) {
    const { review, person, kind } = owners[n % owners.length]!;
    tokens.push((await store.feedTokens.issue(review, person, signature, kind)).token);
  }
  await store.close();
  return tokens;
}

/** A calendar program: what it has, and how long it waits for an answer. */
interface Client {
  readonly token: string;
  etag: string;
}

const agent = new Agent({ keepAlive: true, maxSockets: 200 });

/** Asks as a calendar program does; gives milliseconds. `fresh`: as if it had nothing yet. */
function fetched({ url }: Instance, client: Client, fresh: boolean, by: Agent | false): Promise<number> {
  const began = performance.now();
  const headers = fresh || client.etag === '' ? {} : { 'If-None-Match': client.etag };
  return new Promise((resolve, reject) => {
    const asked = get(`${url}/f/${client.token}.ics`, { agent: by, headers }, (answer) => {
      const wanted = 'If-None-Match' in headers ? 304 : 200;
      if (answer.statusCode !== wanted) reject(new Error(`A feed answered ${answer.statusCode}`));
      client.etag = answer.headers.etag ?? '';
      answer.resume().once('end', () => resolve(performance.now() - began));
    });
    asked.once('error', reject);
  });
}

/** Clients ask one after another, so many at once, until it is enough. */
async function asFast(
  instance: Instance,
  clients: readonly Client[],
  fresh: boolean,
  enough: (n: number) => boolean,
): Promise<readonly number[]> {
  const took: number[] = [];
  let next = 0;
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      while (!enough(next))
        took.push(await fetched(instance, clients[next++ % clients.length]!, fresh, agent));
    }),
  );
  return took;
}

/** Every client asks every few seconds over a connection of its own, one time in four as if it had nothing, until it is over. */
async function atTheirPace(
  instance: Instance,
  clients: readonly Client[],
  over: () => boolean,
): Promise<readonly number[]> {
  const took: number[] = [];
  await Promise.all(
    clients.map(async (client, n) => {
      const lot = lots(n + 1);
      await wait(lot() * PACE * 1000);
      while (!over()) {
        took.push(await fetched(instance, client, lot() < 0.25, false));
        await wait(PACE * 1000 * (0.5 + lot()));
      }
    }),
  );
  return took;
}

/** Builds a programme and waits for it, up to `LONGEST`. */
async function build({ url }: Instance, { cookie, review }: Organiser): Promise<void> {
  const end = performance.now() + LONGEST * 1000;
  const headers = { Cookie: cookie, 'Sec-Fetch-Site': 'same-origin' };
  const at = `${url}/api/v1/reviews/${review}/build`;
  await (await fetch(at, { method: 'POST', headers })).arrayBuffer();
  for (;;) {
    await wait(250);
    const { state } = (await (await fetch(at, { headers })).json()) as { state: string };
    if (state === 'done' || state === 'failed' || performance.now() > end) return;
  }
}

/** A process's memory in MB: now, and at its most. */
function memoryOf(pid: number): { readonly now: string; readonly most: string } {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const mb = (name: string) =>
    `${Math.round(Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1] ?? 0) / 1024)} MB`;
  return { now: mb('VmRSS'), most: mb('VmHWM') };
}

/**
 * The part `feeds`: 2,000 calendar programs that ask for their calendars, each by a link of its own: for the first time,
 * as fast as they can, and at their pace while three programmes are built.
 */
export async function measureFeeds(_: readonly Case[], __: Given): Promise<Table> {
  const folder = mkdtempSync(join(tmpdir(), 'peerweek-bench-'));
  const data = join(folder, 'data');
  const people = await filled(databaseIn(data), REVIEWS, BUILDS);
  const clients = (await published(databaseIn(data))).map((token): Client => ({ token, etag: '' }));
  const instance = await startInstance(data);

  try {
    const began = performance.now();
    const first = await asFast(instance, clients, true, (n) => n >= CLIENTS);
    const firstTook = performance.now() - began;
    const forSeconds = () => {
      const end = performance.now() + FULL * 1000;
      return () => performance.now() > end;
    };
    const full = await asFast(instance, clients, true, forSeconds());
    const unchanged = await asFast(instance, clients, false, forSeconds());
    const idle = memoryOf(instance.pid);
    let over = false;
    const pace = atTheirPace(instance, clients, () => over);
    const building = performance.now();
    await Promise.all(people.slice(0, BUILDS).map((p) => build(instance, p)));
    const buildsTook = performance.now() - building;
    over = true;
    const paced = await pace;
    const busy = memoryOf(instance.pid);
    const row = (what: string, rate: string, all: readonly number[]) => [
      what,
      rate,
      took(share(all, 0.5)),
      took(share(all, 0.99)),
    ];
    const rate = (all: readonly number[], seconds: number) => `${(all.length / seconds).toFixed(0)}`;
    return {
      name: 'feeds',
      head: ['2,000 calendars', 'answers a second', 'in the middle', '99 of 100'],
      rows: [
        row('each for the first time', rate(first, firstTook / 1000), first),
        row('in full, as fast as 50 at once can ask', rate(full, FULL), full),
        row('unchanged (304), as fast as 50 at once can ask', rate(unchanged, FULL), unchanged),
        row(
          `each every ${PACE} s, one in four in full, while ${BUILDS} programmes are built (${took(buildsTook)})`,
          rate(paced, buildsTook / 1000),
          paced,
        ),
      ],
      notes: [
        `${REVIEWS} reviews of 45 sessions with two releases each, on SQLite. Memory of the server’s process: ${idle.now} before the builds, ${busy.now} after them, ${busy.most} at the most. The load is made on the same machine.`,
      ],
    };
  } finally {
    await instance.stop();
    agent.destroy();
    rmSync(folder, { recursive: true });
  }
}
