import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import type { Express } from 'express';
import { type Logger, pino } from 'pino';
import { askForBuild } from '../src/actions/builds.ts';
import { firstLink } from '../src/actions/first-link.ts';
import { firstStart } from '../src/actions/first-start.ts';
import { createOpenReview } from '../src/actions/open-review.ts';
import { purgeDue } from '../src/actions/purge-due.ts';
import { recordAccesses } from '../src/actions/record-accesses.ts';
import type { Send } from '../src/actions/send-waiting.ts';
import type { FindAlternatives } from '../src/programme/alternatives.ts';
import type { Explain } from '../src/programme/explanation.ts';
import type { Solve } from '../src/programme/outcome.ts';
import { packageRoot } from '../src/publish/package-root.ts';
import type { Store } from '../src/store/ports.ts';
import { openStore } from '../src/store/store.ts';
import { databaseIn } from '../src/store/where.ts';
import { addresses } from './addresses.ts';
import { createApp, notRecorded } from './app.ts';
import { emptyOutbox } from './empty-outbox.ts';
import { mailOf } from './mail.ts';
import { loggedError } from './middleware/set-up-errors.ts';
import { listeningOf, type Site } from './site.ts';
import { workBehind } from './work.ts';

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
  /** HOST, PEERWEEK_URL, TRUST_PROXY, MAIL_URL, MAIL_FROM, LOG_LEVEL. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Writes to the terminal: letters for which there is no mail server. */
  readonly tell: (text: string) => void;
  /** That is a terminal, and no file or other program that keeps what it is told. */
  readonly isWatched?: boolean;
}

export type Served =
  | {
      readonly ok: true;
      readonly url: string;
      /** Makes the first account; undefined where there is one. */
      readonly firstLink: string | undefined;
      readonly close: () => Promise<void>;
    }
  /** One plain sentence: what stands in the way of starting. */
  | { readonly ok: false; readonly why: string };

/** Milliseconds for which a connection that nobody uses is kept open: nginx keeps its own for 60 seconds. */
const KEPT_OPEN = 75_000;

const whyNot = (error: NodeJS.ErrnoException, port: number, host: string): string => {
  if (error.code === 'EADDRINUSE')
    return `Port ${port} is taken by another program. Stop it, or choose another: --port ${port + 1}`;
  if (error.code === 'EACCES') return `Port ${port} may not be used on this computer. Choose one above 1023.`;
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND')
    return `The environment’s HOST is no address of this computer: ${host}.`;
  throw error;
};

const now = () => new Date();

interface Open {
  readonly app: Express;
  readonly store: Store;
  readonly close: () => Promise<void>;
}

/** How often reviews past their day are looked for, in milliseconds: the day is over at some hour of the night. */
const LOOKS = 6 * 60 * 60 * 1000;

/** Removes, now and from time to time, what is past the day until which it is kept. Gives what stops it. */
function purgeDaily(store: Store, log: Logger): () => void {
  const look = () =>
    purgeDue({ store, now }).then(
      (gone) => gone.length > 0 && log.info({ reviews: gone }, 'purged'),
      (error: unknown) => log.error({ err: loggedError(error) }, 'what is past its day could not be purged'),
    );
  void look();
  const timer = setInterval(look, LOOKS).unref();
  return () => clearInterval(timer);
}

/** The pages over an opened store, the sample in it and being built at the first start, and what empties its outbox. */
async function prepare(
  store: Store,
  { solve, explain, findAlternatives, environment, tell, isWatched }: Omit<ServeOptions, 'port' | 'data'>,
  { site, send }: { readonly site: Site; readonly send: Send | undefined },
): Promise<Open> {
  const log = pino({ level: environment.LOG_LEVEL ?? 'info' });
  const post = emptyOutbox({ store, now, log, send, tell, isWatched });
  const recorder = recordAccesses({ store, now }, notRecorded(log));
  const given = { store, now, log, findAlternatives, solve, explain };
  const work = workBehind(given);
  work.background.watch();
  // Where somebody has an account, an empty list is theirs to fill.
  if (await store.accounts.none()) {
    const sample = readFileSync(join(packageRoot(), 'fixtures', 'appendix-11.json'), 'utf8');
    const open = createOpenReview({ store, now });
    // Nobody waits for it: whoever comes meanwhile sees it being built.
    await firstStart({ store, open, build: (of) => askForBuild(work.background, of, 'Peerweek') }, sample);
  }
  const app = createApp({ ...given, site, post, recorder, work });
  const stopPurging = purgeDaily(store, log);
  const close = async () => {
    stopPurging();
    work.lights.close();
    // What is being built goes on elsewhere, or at the next start.
    await work.background.close();
    await recorder.close();
    await post.close();
    await store.close();
  };
  return { app, store, close };
}

/**
 * Opens the data, puts the sample in at the first start, and answers on `http://localhost:PORT`, or as the environment
 * says, until closed. The port is taken first, so that nothing is touched where Peerweek runs already.
 */
export async function serve({ port, data, ...given }: ServeOptions): Promise<Served> {
  const listening = listeningOf(given.environment);
  if (typeof listening === 'string') return { ok: false, why: `peerweek serve: ${listening}` };
  const send = mailOf(given.environment);
  if (typeof send === 'string') return { ok: false, why: `peerweek serve: ${send}` };
  const { host, site } = listening;
  let opened: Promise<Open> | undefined;
  // Whoever asks before the database is open waits for it.
  const server = createServer((request, response) => {
    opened?.then(
      ({ app }) => app(request, response),
      () => response.destroy(),
    );
  });
  // Longer than a proxy or a browser keeps one open: whoever closes first is then never the one who is being asked.
  server.keepAliveTimeout = KEPT_OPEN;
  const taken = await new Promise<NodeJS.ErrnoException | undefined>((resolve) => {
    server.once('error', resolve);
    server.listen(port, host, () => resolve(undefined));
  });
  if (taken) return { ok: false, why: whyNot(taken, port, host) };
  opened = openStore(databaseIn(data), { now, randomBytes }).then((store) =>
    prepare(store, given, { site, send }).catch(async (error: unknown) => {
      await store.close();
      throw error;
    }),
  );
  const stopListening = async () => {
    const closed = new Promise((resolve) => server.close(resolve));
    server.closeAllConnections();
    await closed;
  };
  try {
    await opened;
  } catch (error) {
    await stopListening();
    throw error;
  }
  const { store, close } = await opened;
  const at = server.address();
  const url = site.origin ?? `http://localhost:${at !== null && typeof at === 'object' ? at.port : port}`;
  const first = await firstLink(store, now);
  return {
    ok: true,
    url,
    firstLink: first && `${url}${addresses.signInWith(first)}`,
    async close() {
      await stopListening();
      await close();
    },
  };
}
