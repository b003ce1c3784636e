import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { readProgramme, readReview } from '../../src/intake/index.ts';
import { programmeToJson, reviewToJson } from '../../src/publish/json.ts';
import { NEW, type Store } from '../../src/store/ports.ts';
import { openStore } from '../../src/store/store.ts';
import { sources } from '../store/contract.ts';
import { momentOf, type Writer, writerOf } from '../support/killed.ts';
import { needs } from '../support/needs.ts';
import { startPostgres } from '../support/postgres.ts';
import { sampleProgramme } from '../support/sample-week.ts';
import { enteredSample } from '../web/served.ts';

/**
 * No change of a draft that was confirmed is lost: several people change one draft at once, builds end beside them, and
 * all of it is killed with `kill -9` in the middle. Fifty rounds with PEERWEEK_LONG, a few in every run.
 */
const rounds = process.env.PEERWEEK_LONG ? 50 : 3;
const id = 'sample';

let writer: Writer;
const folder = mkdtempSync(join(tmpdir(), 'pw-killed-drafts-'));
beforeAll(async () => {
  writer = await writerOf(join(import.meta.dirname, 'killed/changer.ts'), 'killed-changer', [id, '3']);
});
afterAll(() => {
  writer.remove();
  rmSync(folder, { recursive: true });
});

const signature = { by: 'Test', why: 'Test' };

async function withDraft(where: string): Promise<void> {
  const store = await openStore(where, sources());
  const review = enteredSample();
  const { council, week } = review;
  const entry = { id, council, firstDay: week.firstDay, file: reviewToJson(review) };
  await store.reviews.save(entry, NEW, signature);
  const file = programmeToJson(review, sampleProgramme());
  await store.programmes.saveDraft({ review: id, reviewVersion: 1, file }, NEW, signature);
  await store.close();
}

/** Every change that was confirmed stands in the version that it was confirmed as, and every version in the history. */
async function expectAllThere(store: Store, confirmed: ReadonlyMap<number, string>): Promise<void> {
  const stored = await store.reviews.find(id);
  const reading = stored && readReview(stored.file);
  if (!reading?.ok) throw new Error('The review is lost');
  const draft = await store.programmes.draftOf(id);
  const lines = (await store.history.of(id)).filter((l) => l.thing === 'programme');
  const versions = lines.map((l) => l.version).sort((a, b) => a - b);
  expect(versions).toEqual(Array.from({ length: draft?.version ?? 0 }, (_, v) => v + 1));
  expect(await store.history.fileAt('programme', id, draft?.version ?? 0)).toBe(draft?.file);
  for (const [version, line] of confirmed) {
    const file = await store.history.fileAt('programme', id, version);
    const there = file === undefined ? undefined : readProgramme(file, reading.value);
    if (!there?.ok) throw new Error(`Version ${version} is lost`);
    const [session, what] = line.split(' ');
    const isIn = there.value.placements.some((p) => p.session === session);
    if (what === 'out' || what === 'in')
      expect(`${version} ${isIn ? 'in' : 'out'}`).toBe(`${version} ${what}`);
    else expect(there.value.unplaced).toEqual(sampleProgramme().unplaced);
  }
}

async function round(
  where: string,
  confirmed: Map<number, string>,
  n: number,
  kill?: () => Promise<void>,
): Promise<void> {
  for (const line of await writer.writeAndKill(where, momentOf(n), kill)) {
    const version = Number(line.split(' ').at(-1));
    // One version is confirmed to one person alone.
    expect(confirmed.get(version)).toBeUndefined();
    confirmed.set(version, line);
  }
}

describe('kill -9 while a draft is being changed', () => {
  it(
    `loses no change that the file confirmed, in ${rounds} rounds`,
    async () => {
      const file = join(folder, 'peerweek.db');
      await withDraft(file);
      const confirmed = new Map<number, string>();
      for (let n = 0; n < rounds; n++) {
        await round(file, confirmed, n);
        const store = await openStore(file, sources());
        await expectAllThere(store, confirmed);
        await store.close();
      }
      expect(confirmed.size).toBeGreaterThan(rounds);
    },
    rounds * 30_000,
  );

  needs('postgresql').it(
    `loses no change that PostgreSQL confirmed, in ${rounds} rounds, the server itself killed in every other one`,
    async () => {
      const postgres = await startPostgres({ durable: true });
      onTestFinished(() => postgres.remove());
      const url = await postgres.database();
      await withDraft(url);
      const confirmed = new Map<number, string>();
      for (let n = 0; n < rounds; n++) {
        const killServer = n % 2 === 1;
        await round(url, confirmed, n, killServer ? postgres.kill : undefined);
        if (killServer) await postgres.start();
        const store = await openStore(url, sources());
        await expectAllThere(store, confirmed);
        await store.close();
      }
      expect(confirmed.size).toBeGreaterThan(rounds);
    },
    rounds * 40_000,
  );
});
