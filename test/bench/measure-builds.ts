import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { databaseIn } from '../../src/store/where.ts';
import { type Instance, startInstance } from '../support/instance.ts';
import { postgresPrograms, startPostgres } from '../support/postgres.ts';
import type { Given } from './arguments.ts';
import type { Case } from './cases.ts';
import { filled, type Organiser } from './filled.ts';
import { lots, share, wait } from './load.ts';
import { type Table, times, took } from './tables.ts';
import { type Together, together } from './together.ts';

const REVIEWS = 6;
const PEOPLE = 20;
/** So many programmes are built at once. */
const BUILDS = 3;
/** Seconds of looking at pages while nothing is built, and of looking as fast as one can. */
const QUIET = 6;
const FULL = 6;
/** Seconds after which builds are stopped: the best so far becomes the draft, as when a person stops one. */
const BUILDING = 15;
/** Milliseconds that somebody looks at a page before the next, from and to. */
const LOOKS = [1000, 3000] as const;

const pages = ['', '/programme', '/programme?day=all', '/findings', '/people', '/sessions', '/ready'];

/** Everybody looks at pages of their review, on any of the instances, until it is enough. Gives milliseconds a page. */
async function looking(
  instances: readonly Instance[],
  people: readonly Organiser[],
  thinks: boolean,
  enough: () => boolean,
): Promise<readonly number[]> {
  const looks: number[] = [];
  await Promise.all(
    people.map(async ({ cookie, review }, n) => {
      const lot = lots(n + 1);
      const { url } = instances[n % instances.length]!;
      if (thinks) await wait(lot() * LOOKS[1]);
      while (!enough()) {
        const asked = performance.now();
        const page = pages[Math.floor(lot() * pages.length)];
        const answer = await fetch(`${url}/reviews/${review}${page}`, { headers: { Cookie: cookie } });
        await answer.arrayBuffer();
        if (answer.status >= 400) throw new Error(`${page} answered ${answer.status}`);
        looks.push(performance.now() - asked);
        if (thinks) await wait(LOOKS[0] + lot() * (LOOKS[1] - LOOKS[0]));
      }
    }),
  );
  return looks;
}

const forSeconds = (seconds: number): (() => boolean) => {
  const end = performance.now() + seconds * 1000;
  return () => performance.now() > end;
};

/** Builds a programme, for so long and no longer; milliseconds from being asked for to being there. */
async function built({ url }: Instance, { cookie, review }: Organiser): Promise<number> {
  const headers = { Cookie: cookie, 'Sec-Fetch-Site': 'same-origin' };
  const at = `${url}/api/v1/reviews/${review}/build`;
  const began = performance.now();
  const isOver = forSeconds(BUILDING);
  await (await fetch(at, { method: 'POST', headers })).arrayBuffer();
  for (let stopped = false; ; ) {
    await wait(250);
    const { state, ended } = (await (await fetch(at, { headers })).json()) as {
      state: string;
      ended?: string;
    };
    // Stopped before anything was found: there is no telling how long it takes, but that it was at work.
    const isThere = ended !== undefined && ['saved', 'offered', 'kept', 'nothing'].includes(ended);
    if (state === 'done' && isThere) return performance.now() - began;
    if (state === 'done' || state === 'failed') throw new Error(`A build ended as ${ended ?? state}`);
    if (stopped || !isOver()) continue;
    stopped = true;
    await (await fetch(`${at}/stop`, { method: 'POST', headers })).arrayBuffer();
  }
}

interface Measured {
  readonly name: string;
  readonly quiet: readonly number[];
  readonly building: readonly number[];
  readonly builds: readonly number[];
  readonly together: Together;
  /** Pages a second. */
  readonly rate: number;
}

async function measure(name: string, data: string, count: number): Promise<Measured> {
  // Of each review some; and of the first as many more as work on it together.
  const people = await filled(databaseIn(data), REVIEWS, PEOPLE, PEOPLE);
  const inOne = people.slice(PEOPLE);
  const instances: Instance[] = [];
  try {
    for (let n = 0; n < count; n++) instances.push(await startInstance(data));
    // The first look at each page compiles what draws it.
    for (const instance of instances)
      for (const page of pages)
        for (const { cookie, review } of people.slice(0, REVIEWS))
          await (
            await fetch(`${instance.url}/reviews/${review}${page}`, { headers: { Cookie: cookie } })
          ).text();
    const some = people.slice(0, PEOPLE);
    const quiet = await looking(instances, some, true, forSeconds(QUIET));
    let going = true;
    const buildAll = async () => {
      try {
        return await Promise.all(
          people.slice(0, BUILDS).map((p, n) => built(instances[n % instances.length]!, p)),
        );
      } finally {
        going = false;
      }
    };
    const [looks, builds] = await Promise.all([looking(instances, some, true, () => !going), buildAll()]);
    const full = await looking(instances, people, false, forSeconds(FULL));
    return {
      name,
      quiet,
      building: looks,
      builds,
      together: await together(instances, inOne),
      rate: full.length / FULL,
    };
  } finally {
    await Promise.all(instances.map((i) => i.stop()));
  }
}

/**
 * The part `builds`: three programmes of 45 sessions built at once while twenty people look at pages; twenty people who
 * look at and change one draft together; one instance on a file beside one and two on PostgreSQL.
 */
export async function measureBuilds(_: readonly Case[], __: Given): Promise<Table> {
  const folder = mkdtempSync(join(tmpdir(), 'peerweek-bench-'));
  const measured: Measured[] = [await measure('SQLite', join(folder, 'data'), 1)];
  if (postgresPrograms()) {
    const postgres = await startPostgres({ durable: true });
    for (const count of [1, 2])
      measured.push(
        await measure(
          `PostgreSQL, ${count === 1 ? 'one instance' : 'two instances'}`,
          await postgres.database(),
          count,
        ),
      );
    await postgres.remove();
  }
  rmSync(folder, { recursive: true });
  const first = measured[0]!;
  const row = (what: string, of: (m: Measured) => string) => [what, ...measured.map(of)];
  return {
    name: 'builds',
    head: ['', ...measured.map((m) => m.name)],
    rows: [
      row('20 people: a page, 99 of 100, nothing being built', (m) => took(share(m.quiet, 0.99))),
      row('a page, in the middle, three builds at once', (m) => took(share(m.building, 0.5))),
      row('a page, 99 of 100, three builds at once', (m) => took(share(m.building, 0.99))),
      row(`the three builds, from being asked for (stopped after ${BUILDING} s)`, (m) =>
        [...m.builds]
          .sort((a, b) => a - b)
          .map(took)
          .join(', '),
      ),
      row('20 people in one draft: a page, 99 of 100', (m) => took(share(m.together.looks, 0.99))),
      row('a change of it, 99 of 100', (m) => took(share(m.together.changes, 0.99))),
      row('from a change to the other pages, in the middle', (m) => took(share(m.together.heard, 0.5))),
      row('from a change to the other pages, 99 of 100', (m) => took(share(m.together.heard, 0.99))),
      row('changes that were not heard of, or lost', (m) => `${m.together.unheard}, ${m.together.lost}`),
      row('at most, pages a second', (m) => m.rate.toFixed(0)),
      row('beside SQLite', (m) => times(m.rate / first.rate)),
    ],
    notes: [
      `${REVIEWS} reviews of 45 sessions; everybody looks at a page for two seconds. In one draft every fifth look is a change: a session is taken out of the week, or what was done last is taken back. The load is made on the same machine.`,
    ],
  };
}
