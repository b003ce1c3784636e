#!/usr/bin/env node
import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import packageJson from '../package.json' with { type: 'json' };
import { LINK_MINUTES } from './accounts/lifetimes.ts';
import type { Face, Given } from './actions/command/arguments.ts';
import { type Desk, type Exit, fail, type Text } from './actions/command/desk.ts';

/** The `peerweek` command: puts together what the commands are given, and nothing more. */

interface Command {
  readonly face: Face;
  readonly run: (desk: Desk, args: Given) => Promise<Exit>;
}

/** By verb, in the order of the help. Each is loaded when it is asked for: nobody waits for what another needs. */
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  build: () => import('./actions/command/build.ts').then((m) => ({ face: m.buildFace, run: m.build })),
  check: () => import('./actions/command/check.ts').then((m) => ({ face: m.checkFace, run: m.check })),
  repair: () => import('./actions/command/repair.ts').then((m) => ({ face: m.repairFace, run: m.repair })),
  explain: () =>
    import('./actions/command/explain.ts').then((m) => ({ face: m.explainFace, run: m.explain })),
  places: () => import('./actions/command/places.ts').then((m) => ({ face: m.placesFace, run: m.places })),
  export: () =>
    import('./actions/command/export.ts').then((m) => ({ face: m.exportFace, run: m.exportProgramme })),
  serve: () =>
    import('./actions/command/serve.ts').then((m) => ({ face: m.serveFace, run: serveUntilStopped })),
  link: () => import('./actions/command/link.ts').then((m) => ({ face: m.linkFace, run: makeLink })),
  coordinator: () =>
    import('./actions/command/coordinator.ts').then((m) => ({ face: m.coordinatorFace, run: m.coordinator })),
  'sign-out': () =>
    import('./actions/command/sign-out.ts').then((m) => ({ face: m.signOutFace, run: m.signOut })),
  'import-review': () =>
    import('./actions/command/import-review.ts').then((m) => ({ face: m.importFace, run: m.importFile })),
  'export-review': () =>
    import('./actions/command/export-review.ts').then((m) => ({
      face: m.exportReviewFace,
      run: m.exportFile,
    })),
  send: () => import('./actions/command/send.ts').then((m) => ({ face: m.sendFace, run: m.send })),
  backup: () => import('./actions/command/backup.ts').then((m) => ({ face: m.backupFace, run: m.backUp })),
  restore: () =>
    import('./actions/command/restore.ts').then((m) => ({ face: m.restoreFace, run: m.putBack })),
  purge: () => import('./actions/command/purge.ts').then((m) => ({ face: m.purgeFace, run: m.purge })),
  model: () => import('./actions/command/model.ts').then((m) => ({ face: m.modelFace, run: m.model })),
  rules: () => import('./actions/command/reference.ts').then((m) => ({ face: m.rulesFace, run: m.rules })),
  schema: () => import('./actions/command/reference.ts').then((m) => ({ face: m.schemaFace, run: m.schema })),
};

/**
 * Searches side by side. Part of what a seed means, so it is not what the machine has. One, so that a build leaves a
 * core to whoever is looking at pages, and is as quick on a machine whose second core is busy.
 */
const THREADS = 1;

/** Alternatives that are looked for at once: what is found is the same with any number. */
const SIDE_BY_SIDE = 2;

const stop = new AbortController();

const desk: Desk = {
  read: readText,
  put: async (address, text) => (await server()).put(address, text),
  readBytes,
  write: writeOut,
  out: (text) => void process.stdout.write(text),
  err: (line) => void process.stderr.write(`${line}\n`),
  // Where somebody looks on: a terminal that can go back to the start of its line.
  ...(process.stderr.isTTY && process.env.TERM !== 'dumb' && { live: writeOver }),
  now: () => new Date(),
  prepareToSolve() {
    void import('../solver/host/in-workers.ts').then(({ threads }) => threads()?.prepare(THREADS));
  },
  async solve(review, options) {
    const { engine } = await import('../solver/host/engine.ts');
    return engine(THREADS)(review, options);
  },
  async elsewhere(review, programme, session, from) {
    const { elsewhere } = await import('../solver/explain/elsewhere/elsewhere.ts');
    return elsewhere(review, programme, session, from === undefined ? {} : { from });
  },
  async findAlternatives(review, options) {
    const [{ findAlternatives }, { solveInWorkers }] = await Promise.all([
      import('../solver/alternatives/alternatives.ts'),
      import('../solver/host/in-workers.ts'),
    ]);
    return findAlternatives(solveInWorkers(THREADS), SIDE_BY_SIDE)(review, options);
  },
  async findRepairs(review, options, most) {
    const { findRepairs } = await import('../solver/host/repairs.ts');
    return findRepairs(review, options, most);
  },
  async explain(review, best, options) {
    const { explain } = await import('../solver/host/explain.ts');
    return explain(review, best, options);
  },
  async modelText(review, format) {
    const { modelText } = await import('../solver/proof/joint/text.ts');
    return modelText(review, format);
  },
  signal: stop.signal,
  dataAt: (folder) => folder ?? (process.env.DATABASE_URL || process.env.PEERWEEK_DATA || 'data'),
  async openStore(where) {
    const { openStore } = await import('./store/store.ts');
    const { databaseIn } = await import('./store/where.ts');
    return openStore(databaseIn(where), { now: () => new Date(), randomBytes });
  },
};

function writeOver(line: string): void {
  const room = (process.stderr.columns || 80) - 1;
  process.stderr.write(`\r\u001b[K${line.length > room ? `${line.slice(0, room - 1)}…` : line}`);
}

const server = async () => {
  const { atServer } = await import('./actions/command/at-server.ts');
  return atServer(fetch, process.env.PEERWEEK_TOKEN);
};

async function readText(path: string): Promise<Text> {
  if (/^https?:/i.test(path)) return (await server()).read(path);
  const { textOf } = await import('./intake/bytes.ts');
  try {
    return textOf(await readFile(path));
  } catch (error) {
    return { ok: false, why: `${path}: ${whyNot(error)}` };
  }
}

async function readBytes(path: string): ReturnType<Desk['readBytes']> {
  try {
    return { ok: true, bytes: await readFile(path) };
  } catch (error) {
    return { ok: false, why: `${path}: ${whyNot(error)}` };
  }
}

async function writeOut(path: string, content: string | Uint8Array): Promise<string | undefined> {
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, content);
    return undefined;
  } catch (error) {
    return `${path}: ${whyNot(error)}`;
  }
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file.',
  EISDIR: 'that is a folder, not a file.',
  ENOTDIR: 'part of the path is a file, not a folder.',
  EEXIST: 'there is a file where a folder is wanted.',
  EACCES: 'this may not be read or written.',
  ENOSPC: 'the disk is full.',
  EROFS: 'nothing can be written there.',
};

function whyNot(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const reason = reasons[code];
  if (reason === undefined) throw error;
  return reason;
}

async function serveUntilStopped(at: Desk, args: Given): Promise<Exit> {
  const [{ portOf }, { serve }] = await Promise.all([
    import('./actions/command/serve.ts'),
    import('../web/server.ts'),
  ]);
  const port = portOf(args, process.env.PORT);
  if (typeof port === 'string') return fail(at, `peerweek serve: ${port}`);
  const served = await serve({
    port,
    data: at.dataAt(args.text('data')),
    solve: at.solve,
    explain: at.explain,
    findAlternatives: at.findAlternatives,
    environment: process.env,
    tell: at.out,
    isWatched: process.stdout.isTTY,
  });
  if (!served.ok) return fail(at, served.why);
  at.out(`Peerweek is at ${served.url} (stop it with Ctrl+C).\n`);
  if (served.firstLink !== undefined)
    at.out(
      `Nobody has an account yet. Make the first one within ${LINK_MINUTES} minutes:\n  ${served.firstLink}\n`,
    );
  // Whoever asks for a programme first need not wait for the threads.
  at.prepareToSolve?.();
  await new Promise((resolve) => at.signal.addEventListener('abort', resolve, { once: true }));
  await served.close();
  return 0;
}

async function makeLink(at: Desk, args: Given): Promise<Exit> {
  const [{ link }, { listeningOf }, { addresses }] = await Promise.all([
    import('./actions/command/link.ts'),
    import('../web/site.ts'),
    import('../web/addresses.ts'),
  ]);
  const listening = listeningOf(process.env);
  if (typeof listening === 'string') return fail(at, `peerweek link: ${listening}`);
  const here = listening.site.origin ?? `http://localhost:${process.env.PORT || 3000}`;
  return link(at, args, (token) => `${here}${addresses.signInWith(token)}`);
}

/** What every command looks like, for the help of all. */
async function allFaces(): Promise<readonly Face[]> {
  const all = await Promise.all(Object.values(commands).map((load) => load()));
  return all.map((command) => command.face);
}

async function main(args: readonly string[]): Promise<Exit> {
  const [verb, ...rest] = args;
  if (verb === '--version' || verb === '-v') {
    desk.out(`${packageJson.version}\n`);
    return 0;
  }
  if (verb === undefined || verb === '--help' || verb === '-h' || verb === 'help') {
    const { helpText } = await import('./actions/command/help.ts');
    const text = helpText(await allFaces());
    if (verb === undefined) return fail(desk, text.trimEnd());
    desk.out(text);
    return 0;
  }
  if (!Object.hasOwn(commands, verb)) {
    const { didYouMean } = await import('./intake/near.ts');
    const verbs = Object.keys(commands);
    return fail(
      desk,
      `peerweek: there is no command “${verb}”. ${didYouMean(verb, verbs) || `There are ${verbs.join(', ')}.`}`,
    );
  }
  const command = await commands[verb]!();
  if (rest.includes('--help') || rest.includes('-h')) {
    const { commandHelp } = await import('./actions/command/help.ts');
    desk.out(commandHelp(command.face));
    return 0;
  }
  const { readArguments } = await import('./actions/command/arguments.ts');
  const read = readArguments(command.face, rest);
  return read.ok ? command.run(desk, read.given) : fail(desk, read.why);
}

// The first Ctrl+C asks to stop and keep what there is; a second one ends the process.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort());
// Whoever reads our answer may stop reading, as `peerweek rules | head` does.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

main(process.argv.slice(2)).then(
  (exit) => {
    process.exitCode = exit;
  },
  async (error: unknown) => {
    process.exitCode = 1;
    const { troubleLine } = await import('./actions/command/trouble.ts');
    const line = troubleLine(error);
    if (line !== undefined) return desk.err(line);
    desk.err(
      'Peerweek met a fault of its own; nothing that was entered is wrong. What it says for those who mend it:',
    );
    desk.err(error instanceof Error ? (error.stack ?? error.message) : String(error));
  },
);
