import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { generateReview } from '../../fixtures/generate.ts';
import { reviewToJson } from '../../src/publish/json.ts';
import { NEW, type Store } from '../../src/store/ports.ts';
import { openStore } from '../../src/store/store.ts';
import { databaseIn } from '../../src/store/where.ts';
import { startInstance } from '../support/instance.ts';
import { needs } from '../support/needs.ts';
import { startPostgres } from '../support/postgres.ts';
import { firstAccount } from './people.ts';
import { ask } from './served.ts';

const now = () => new Date();
/** One that takes some seconds to build. */
const review = generateReview({ size: 'S', tightness: 'tight', seed: 1 });
const id = review.id;

/** A review with its organiser in a database; who asks, and the store to look at beside the instances. */
async function prepared(where: string): Promise<{ readonly store: Store; readonly headers: object }> {
  const store = await openStore(where, { now, randomBytes });
  onTestFinished(() => store.close());
  const owner = await firstAccount(store, now);
  const { council, week } = review;
  const entry = { id, council, firstDay: week.firstDay, file: reviewToJson(review) };
  await store.reviews.save(entry, NEW, { by: 'Test', why: 'Test' }, owner.account.id);
  return { store, headers: { Cookie: `peerweek=${owner.token}`, 'Sec-Fetch-Site': 'same-origin' } };
}

const job = (store: Store) => store.jobs.latest(id, 'build');
async function until(holds: () => Promise<boolean>, seconds: number): Promise<void> {
  for (const end = Date.now() + seconds * 1000; Date.now() < end; ) {
    if (await holds()) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('It did not come to that');
}
/** It is at work, and has told something. */
const isAtIt = (store: Store) => async () => (await job(store))?.told !== undefined;
const isSaved = (store: Store) => async () => (await job(store))?.ended === 'saved';

needs('postgresql').describe('two instances on one PostgreSQL', () => {
  it('build a programme once; kill -9 of the one that builds it, and the other does, and both show it', async () => {
    const postgres = await startPostgres();
    onTestFinished(() => postgres.remove());
    const where = await postgres.database();
    const { store, headers } = await prepared(where);
    const instances = [await startInstance(where), await startInstance(where)];
    onTestFinished(async () => void (await Promise.all(instances.map((i) => i.kill()))));
    const [one, other] = instances as [(typeof instances)[0], (typeof instances)[0]];
    const build = `/api/v1/reviews/${id}/build`;
    // Whoever is asked begins at once; who is asked after that joins.
    await ask(`${one.url}${build}`, { method: 'POST', headers });
    await until(isAtIt(store), 60);
    const joined = await ask(`${other.url}${build}`, { method: 'POST', headers });
    expect([joined.status, JSON.parse(joined.body).state]).toEqual([202, 'working']);
    expect(await job(store)).toMatchObject({ state: 'working', tries: 1 });
    await one.kill();
    await until(isSaved(store), 120);
    expect((await job(store))?.tries).toBe(2);
    expect((await store.programmes.draftOf(id))?.version).toBe(1);
    const lines = (await store.history.of(id)).filter((l) => l.thing === 'programme');
    expect(lines.map((l) => [l.version, l.why])).toEqual([[1, 'Built the programme']]);
    const page = await ask(`${other.url}/reviews/${id}/programme`, { headers });
    expect([page.status, page.body.includes('There is no programme yet')]).toEqual([200, false]);
  }, 240_000);
});

describe('one instance on a file', () => {
  it('goes on with what it was building after kill -9, and at once after a stop in order', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'pw-instance-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const { store, headers } = await prepared(databaseIn(folder));
    const first = await startInstance(folder);
    await ask(`${first.url}/api/v1/reviews/${id}/build`, { method: 'POST', headers });
    await until(isAtIt(store), 60);
    await first.kill();
    expect((await job(store))?.state).toBe('working');
    const second = await startInstance(folder);
    await until(async () => (await job(store))?.tries === 2, 60);
    await second.stop();
    expect(['waiting', 'ended']).toContain((await job(store))?.state);
    const third = await startInstance(folder);
    onTestFinished(() => third.kill());
    await until(isSaved(store), 120);
    expect((await store.programmes.draftOf(id))?.version).toBe(1);
  }, 240_000);
});
