import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { type Background, createBackground } from '../../src/actions/background/background.ts';
import type { Doing, Doings } from '../../src/actions/background/doing.ts';
import { NEW, type Store } from '../../src/store/ports.ts';
import { openStore } from '../../src/store/store.ts';
import { needs } from '../support/needs.ts';
import { type Postgres, startPostgres } from '../support/postgres.ts';

const given = { now: () => new Date(), randomBytes };
const ada = { by: 'Ada', why: 'Built the programme' };
const asked = (review: string) => ({ review, kind: 'build', reviewVersion: 1, draftVersion: NEW }) as const;
/** Long enough for a machine that has much else to do, in milliseconds. */
const PATIENCE = 60_000;
/** As fast as a test can wait for. */
const pace = { beat: 30, look: 30, dead: 1_000 };

/** What an instance did of each job, as a test can look at it. */
interface Instance {
  readonly background: Background;
  readonly began: string[];
  readonly failed: unknown[];
}

const found = { how: 'found', found: '{}' } as const;

/** Work on several instances of Peerweek, whatever database they share. */
function describeBackground(
  name: string,
  database: () => Promise<string>,
  remove: () => Promise<void>,
): void {
  describe(`work in the background on ${name}`, () => {
    afterAll(remove);
    const stores: Store[] = [];
    const instances: Instance[] = [];
    afterEach(async () => {
      await Promise.all(instances.splice(0).map(({ background }) => background.close()));
      await Promise.all(stores.splice(0).map((store) => store.close()));
    });

    async function reviewsIn(where: string, ids: readonly string[]): Promise<Store> {
      const store = await openStore(where, given);
      stores.push(store);
      for (const id of ids)
        await store.reviews.save({ id, council: id, firstDay: '2026-03-23', file: '{}' }, NEW, ada);
      return store;
    }
    async function instanceOn(where: string, doing: Doing, most = 3): Promise<Instance> {
      const store = await openStore(where, given);
      stores.push(store);
      const [began, failed]: [string[], unknown[]] = [[], []];
      const build: Doing = (job, hand) => {
        began.push(job.review);
        return doing(job, hand);
      };
      const doings: Doings = { build, alternatives: build };
      const background = createBackground({ store, doings, failed: (e) => void failed.push(e), pace, most });
      const instance = { background, began, failed };
      instances.push(instance);
      return instance;
    }
    const untilAborted: Doing = (_, { signal }) =>
      new Promise((resolve) => {
        if (signal.aborted) resolve({ how: 'nothing' });
        signal.addEventListener('abort', () => resolve({ how: 'nothing' }), { once: true });
      });
    const ids = ['a', 'b', 'c', 'd', 'e', 'f'];

    it('does each job once, however many instances look for work', async () => {
      const where = await database();
      const store = await reviewsIn(where, ids);
      const two = [await instanceOn(where, async () => found), await instanceOn(where, async () => found)];
      for (const { background } of two) background.watch();
      for (const id of ids) await two[0]!.background.ask(asked(id), ada);
      for (const id of ids) await two[1]!.background.soon(id, 'build', PATIENCE);
      expect(two.flatMap((i) => i.began).sort()).toEqual(ids);
      for (const id of ids) expect((await store.jobs.latest(id, 'build'))?.ended).toBe('found');
      expect(two.flatMap((i) => i.failed)).toEqual([]);
    });

    it('takes over from an instance that is gone, and from nobody who still gives signs of life', async () => {
      const where = await database();
      const store = await reviewsIn(where, ['a', 'b']);
      const alive = await instanceOn(where, untilAborted, 1);
      await alive.background.ask(asked('a'), ada);
      // One that claimed and was killed: nothing is heard of it any more.
      await store.jobs.ask(asked('b'), ada);
      while ((await store.jobs.latest('b', 'build'))?.state === 'waiting')
        if (alive.began.length > 0) await store.jobs.claim('killed');
        else await new Promise((resolve) => setTimeout(resolve, 10));
      const other = await instanceOn(where, async () => found);
      other.background.watch();
      await other.background.soon('b', 'build', PATIENCE);
      expect([other.began, (await store.jobs.latest('b', 'build'))?.tries]).toEqual([['b'], 2]);
      await new Promise((resolve) => setTimeout(resolve, 2 * pace.dead));
      expect([alive.began, other.began]).toEqual([['a'], ['b']]);
    });

    it('hands back what it does when it is closed, for another to do', async () => {
      const where = await database();
      const store = await reviewsIn(where, ['a']);
      const first = await instanceOn(where, untilAborted);
      await first.background.ask(asked('a'), ada);
      while ((await store.jobs.latest('a', 'build'))?.state !== 'working')
        await new Promise((resolve) => setTimeout(resolve, 10));
      await first.background.close();
      expect(await store.jobs.latest('a', 'build')).toMatchObject({ state: 'waiting', tries: 0 });
      const second = await instanceOn(where, async () => found);
      second.background.watch();
      await second.background.soon('a', 'build', PATIENCE);
      expect(await store.jobs.latest('a', 'build')).toMatchObject({ ended: 'found', tries: 1 });
    });

    it('hears the word to stop from whichever instance it comes', async () => {
      const where = await database();
      const store = await reviewsIn(where, ['a']);
      const [works, asks] = [await instanceOn(where, untilAborted), await instanceOn(where, untilAborted, 0)];
      // As every instance does: a job that is being changed the moment it is claimed is left for the next look.
      works.background.watch();
      await works.background.ask(asked('a'), ada);
      expect(await asks.background.stop('a', 'build', 'Mo')).toBe(true);
      await asks.background.soon('a', 'build', PATIENCE);
      expect(await store.jobs.latest('a', 'build')).toMatchObject({ ended: 'nothing', stoppedBy: 'Mo' });
      expect(await asks.background.stop('a', 'build', 'Mo')).toBe(false);
    });

    it('does so many at once, and the others after them', async () => {
      const where = await database();
      await reviewsIn(where, ids);
      const waiting: (() => void)[] = [];
      let open = false;
      const { background, began } = await instanceOn(
        where,
        async () => {
          if (!open) await new Promise<void>((resolve) => void waiting.push(resolve));
          return found;
        },
        2,
      );
      for (const id of ids) await background.ask(asked(id), ada);
      while (waiting.length < 2) await new Promise((resolve) => setTimeout(resolve, 10));
      await new Promise((resolve) => setTimeout(resolve, 200));
      expect(began).toHaveLength(2);
      open = true;
      for (const go of waiting) go();
      for (const id of ids) await background.soon(id, 'build', PATIENCE);
      expect(began.toSorted()).toEqual(ids);
    });

    it('gives up a job that took its instance with it three times, and one in which something breaks at once', async () => {
      const where = await database();
      const store = await reviewsIn(where, ['a', 'b']);
      await store.jobs.ask(asked('a'), ada);
      await store.jobs.claim('killed 1');
      for (const worker of ['killed 2', 'killed 3'])
        await store.jobs.takeOver(
          (await store.jobs.latest('a', 'build'))?.id ?? '',
          (await store.jobs.latest('a', 'build'))?.beat ?? 0,
          worker,
        );
      const fault = new Error('broken');
      const instance = await instanceOn(where, () => Promise.reject(fault));
      instance.background.watch();
      await instance.background.soon('a', 'build', PATIENCE);
      expect([(await store.jobs.latest('a', 'build'))?.ended, instance.began]).toEqual(['broke off', []]);
      await instance.background.ask(asked('b'), ada);
      await instance.background.soon('b', 'build', PATIENCE);
      expect([(await store.jobs.latest('b', 'build'))?.ended, instance.failed]).toEqual([
        'broke off',
        [fault],
      ]);
    });
  });
}

const folder = mkdtempSync(join(tmpdir(), 'pw-background-'));
let files = 0;
describeBackground(
  'SQLite in a file',
  async () => join(folder, `${++files}.db`),
  async () => rmSync(folder, { recursive: true }),
);

needs('postgresql').describe('with a real PostgreSQL', () => {
  let postgres: Postgres | undefined;
  describeBackground(
    'PostgreSQL',
    async () => {
      postgres ??= await startPostgres();
      return postgres.database();
    },
    async () => postgres?.remove(),
  );
});
