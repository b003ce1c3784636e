import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import type { Store } from '../../src/store/ports.ts';
import { openStore } from '../../src/store/store.ts';
import { momentOf, type Writer, writerOf } from '../support/killed.ts';
import { needs } from '../support/needs.ts';
import { startPostgres } from '../support/postgres.ts';
import { sources } from './contract.ts';

/**
 * What is acknowledged is never lost: each round starts a program that writes as fast as it can, kills it with
 * `kill -9` in the middle of it, and holds what is found against everything it was told had been saved, from the first
 * round on. Fifty rounds with PEERWEEK_LONG, a few in every run.
 */
const rounds = process.env.PEERWEEK_LONG ? 50 : 4;
const writers = 4;

const folder = mkdtempSync(join(tmpdir(), 'pw-killed-'));
let writer: Writer;
beforeAll(async () => {
  writer = await writerOf(join(import.meta.dirname, 'killed/writer.ts'), 'killed-writer', [String(writers)]);
});
afterAll(() => {
  writer.remove();
  rmSync(folder, { recursive: true });
});

/** The last version that was confirmed of each thing: `review-0`, `review-0 p`. */
type Confirmed = Map<string, number>;

/** Writes until it is killed, and notes what was confirmed by then. */
async function writeAndKill(
  where: string,
  confirmed: Confirmed,
  moments: number,
  kill?: () => Promise<void>,
): Promise<number> {
  const lines = await writer.writeAndKill(where, moments, kill);
  for (const line of lines) {
    const [id = '', version = ''] = line.split(' ');
    if (version.startsWith('p')) confirmed.set(`${id} p`, Number(version.slice(1)));
    else confirmed.set(id, Number(version));
  }
  return lines.length;
}

/** Nothing confirmed is missing; nothing half written is there; each version has its line and its file in the history. */
async function expectAllThere(store: Store, confirmed: Confirmed): Promise<void> {
  for (let n = 0; n < writers; n++) {
    const id = `review-${n}`;
    const review = await store.reviews.find(id);
    const draft = await store.programmes.draftOf(id);
    expect(review?.version ?? 0).toBeGreaterThanOrEqual(confirmed.get(id) ?? 0);
    expect(draft?.version ?? 0).toBeGreaterThanOrEqual(confirmed.get(`${id} p`) ?? 0);
    if (review) expect(JSON.parse(review.file).version).toBe(review.version);
    if (draft) expect(JSON.parse(draft.file).version).toBe(draft.version);
    const lines = await store.history.of(id);
    for (const [thing, last] of [
      ['review', review?.version ?? 0],
      ['programme', draft?.version ?? 0],
    ] as const) {
      const versions = lines.filter((l) => l.thing === thing).map((l) => l.version);
      expect(versions.sort((a, b) => a - b)).toEqual(Array.from({ length: last }, (_, v) => v + 1));
      if (last > 0) expect(await store.history.fileAt(thing, id, last)).toContain(`"version":${last}`);
    }
  }
}

describe('kill -9 under load', () => {
  it(
    `loses nothing that the file confirmed, in ${rounds} rounds`,
    async () => {
      const file = join(folder, 'peerweek.db');
      const confirmed: Confirmed = new Map();
      let writes = 0;
      for (let round = 0; round < rounds; round++) {
        writes += await writeAndKill(file, confirmed, momentOf(round));
        const store = await openStore(file, sources());
        await expectAllThere(store, confirmed);
        await store.close();
      }
      expect(writes).toBeGreaterThan(rounds);
    },
    rounds * 20_000,
  );

  needs('postgresql').it(
    `loses nothing that PostgreSQL confirmed, in ${rounds} rounds, the server itself killed in every other one`,
    async () => {
      const postgres = await startPostgres({ durable: true });
      onTestFinished(() => postgres.remove());
      const url = await postgres.database();
      const confirmed: Confirmed = new Map();
      let writes = 0;
      for (let round = 0; round < rounds; round++) {
        const killServer = round % 2 === 1;
        writes += await writeAndKill(url, confirmed, momentOf(round), killServer ? postgres.kill : undefined);
        if (killServer) await postgres.start();
        const store = await openStore(url, sources());
        await expectAllThere(store, confirmed);
        await store.close();
      }
      expect(writes).toBeGreaterThan(rounds);
    },
    rounds * 30_000,
  );
});
