import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import type { Express } from 'express';
import { pino } from 'pino';
import { firstStart } from '../src/actions/first-start.ts';
import { createOpenReview } from '../src/actions/open-review.ts';
import type { FindAlternatives } from '../src/programme/alternatives.ts';
import type { Explain } from '../src/programme/explanation.ts';
import type { Solve } from '../src/programme/outcome.ts';
import { packageRoot } from '../src/publish/package-root.ts';
import type { Store } from '../src/store/ports.ts';
import { openStore } from '../src/store/store.ts';
import { databaseIn } from '../src/store/where.ts';
import { createApp } from './app.ts';

export interface ServeOptions {
  /** 0: any that is free. */
  readonly port: number;
  /** The folder of the database, made where there is none; or the address of one in PostgreSQL. */
  readonly data: string;
  /** Builds the sample's programme at the first start. */
  readonly solve: Solve;
  /** Says why a week can't hold all that it must. */
  readonly explain: Explain;
  /** Works out other programmes when somebody asks for them on a page. */
  readonly findAlternatives: FindAlternatives;
}

export type Served =
  | { readonly ok: true; readonly url: string; readonly close: () => Promise<void> }
  /** One plain sentence: what stands in the way of starting. */
  | { readonly ok: false; readonly why: string };

/** Only this computer is answered while nobody signs in. */
const address = '127.0.0.1';

const whyNot = (error: NodeJS.ErrnoException, port: number): string => {
  if (error.code === 'EADDRINUSE')
    return `Port ${port} is taken by another program. Stop it, or choose another: --port ${port + 1}`;
  if (error.code === 'EACCES') return `Port ${port} may not be used on this computer. Choose one above 1023.`;
  throw error;
};

const now = () => new Date();

/** The pages over an opened store, the sample in it at the first start. */
async function prepare(
  store: Store,
  { solve, explain, findAlternatives }: Pick<ServeOptions, 'solve' | 'explain' | 'findAlternatives'>,
): Promise<Express> {
  const sample = readFileSync(join(packageRoot(), 'fixtures', 'appendix-11.json'), 'utf8');
  await firstStart({ store, solve, open: createOpenReview({ store, now }) }, sample);
  const log = pino({ level: process.env.LOG_LEVEL ?? 'info' });
  return createApp({ store, now, log, findAlternatives, solve, explain });
}

/**
 * Opens the data, puts the sample in at the first start, and answers on `http://localhost:PORT` until closed. The port
 * is taken first, so that nothing is touched where Peerweek runs already.
 */
export async function serve({ port, data, ...engines }: ServeOptions): Promise<Served> {
  let app: Promise<Express> | undefined;
  // Whoever asks while the sample is being built waits for it.
  const server = createServer((request, response) => {
    app?.then(
      (answer) => answer(request, response),
      () => response.destroy(),
    );
  });
  const taken = await new Promise<NodeJS.ErrnoException | undefined>((resolve) => {
    server.once('error', resolve);
    server.listen(port, address, () => resolve(undefined));
  });
  if (taken) return { ok: false, why: whyNot(taken, port) };
  const opened = openStore(databaseIn(data), { now, randomBytes });
  app = opened.then((store) => prepare(store, engines));
  const close = async () => {
    const closed = new Promise((resolve) => server.close(resolve));
    server.closeAllConnections();
    await closed;
    await (await opened).close();
  };
  try {
    await app;
  } catch (error) {
    await close().catch(() => {});
    throw error;
  }
  const at = server.address();
  return {
    ok: true,
    url: `http://localhost:${at !== null && typeof at === 'object' ? at.port : port}`,
    close,
  };
}
