#!/usr/bin/env node
import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import packageJson from '../package.json' with { type: 'json' };
import { engine } from '../solver/host/engine.ts';
import { compile } from '../solver/model/compile.ts';
import { relax } from '../solver/proof/relaxation.ts';
import { toLp, toOpb } from '../solver/proof/write.ts';
import { serve } from '../web/server.ts';
import { type Face, type Given, readArguments } from './actions/command/arguments.ts';
import { build, buildFace } from './actions/command/build.ts';
import { check, checkFace } from './actions/command/check.ts';
import { type Desk, type Exit, fail, type Text } from './actions/command/desk.ts';
import { explain, explainFace } from './actions/command/explain.ts';
import { exportFace, exportProgramme } from './actions/command/export.ts';
import { exportFile, exportReviewFace } from './actions/command/export-review.ts';
import { commandHelp, helpText } from './actions/command/help.ts';
import { importFace, importFile } from './actions/command/import-review.ts';
import { model, modelFace } from './actions/command/model.ts';
import { rules, rulesFace, schema, schemaFace } from './actions/command/reference.ts';
import { repair, repairFace } from './actions/command/repair.ts';
import { serveFace } from './actions/command/serve.ts';
import { didYouMean } from './intake/near.ts';
import { openStore } from './store/store.ts';

/** The `peerweek` command: puts together what the commands are given, and nothing more. */

interface Command {
  readonly face: Face;
  readonly run: (desk: Desk, args: Given) => Promise<Exit>;
}

const commands: readonly Command[] = [
  { face: buildFace, run: build },
  { face: checkFace, run: check },
  { face: repairFace, run: repair },
  { face: explainFace, run: explain },
  { face: exportFace, run: exportProgramme },
  { face: serveFace, run: serveUntilStopped },
  { face: importFace, run: importFile },
  { face: exportReviewFace, run: exportFile },
  { face: modelFace, run: model },
  { face: rulesFace, run: rules },
  { face: schemaFace, run: schema },
];

/** Searches side by side. Part of what a seed means, so it is not what the machine has. */
const THREADS = 2;

const stop = new AbortController();

const desk: Desk = {
  read: readText,
  write: writeText,
  out: (text) => void process.stdout.write(text),
  err: (line) => void process.stderr.write(`${line}\n`),
  now: () => new Date(),
  solve: engine(THREADS),
  modelText(review, format) {
    const linear = relax(compile(review).model).model;
    return format === 'opb' ? toOpb(linear) : toLp(linear);
  },
  signal: stop.signal,
  async openStore(folder) {
    await mkdir(folder, { recursive: true });
    return openStore(join(folder, 'peerweek.db'), { now: () => new Date(), randomBytes });
  },
};

/** A file's text: UTF-8, or UTF-16 where its byte order mark says so. */
async function readText(path: string): Promise<Text> {
  try {
    const bytes = await readFile(path);
    const utf16 = bytes[0] === 0xff && bytes[1] === 0xfe;
    return { ok: true, text: new TextDecoder(utf16 ? 'utf-16le' : 'utf-8', { fatal: true }).decode(bytes) };
  } catch (error) {
    return { ok: false, why: `${path}: ${whyNot(error)}` };
  }
}

async function writeText(path: string, text: string): Promise<string | undefined> {
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text);
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
  ERR_ENCODING_INVALID_ENCODED_DATA: 'this is not text in UTF-8.',
};

function whyNot(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const reason = reasons[code];
  if (reason === undefined) throw error;
  return reason;
}

async function serveUntilStopped(at: Desk, args: Given): Promise<Exit> {
  const port = args.number('port') ?? 3000;
  if (port > 65535) return fail(at, 'peerweek serve: --port wants a number up to 65535.');
  const served = await serve({ port, data: args.text('data') ?? 'data', solve: at.solve });
  if (!served.ok) return fail(at, served.why);
  at.out(`Peerweek is at ${served.url} (stop it with Ctrl+C).\n`);
  await new Promise((resolve) => at.signal.addEventListener('abort', resolve, { once: true }));
  await served.close();
  return 0;
}

async function main(args: readonly string[]): Promise<Exit> {
  const [verb, ...rest] = args;
  const faces = commands.map((c) => c.face);
  if (verb === undefined) return fail({ err: (line) => desk.err(line.trimEnd()) }, helpText(faces));
  if (verb === '--version' || verb === '-v') {
    desk.out(`${packageJson.version}\n`);
    return 0;
  }
  if (verb === '--help' || verb === '-h' || verb === 'help') {
    desk.out(helpText(faces));
    return 0;
  }
  const command = commands.find((c) => c.face.verb === verb);
  if (!command) {
    const verbs = faces.map((f) => f.verb);
    return fail(
      desk,
      `peerweek: there is no command “${verb}”. ${didYouMean(verb, verbs) || `There are ${verbs.join(', ')}.`}`,
    );
  }
  if (rest.includes('--help') || rest.includes('-h')) {
    desk.out(commandHelp(command.face));
    return 0;
  }
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
  (error: unknown) => {
    desk.err(
      'Peerweek met a fault of its own; nothing that was entered is wrong. What it says for those who mend it:',
    );
    desk.err(error instanceof Error ? (error.stack ?? error.message) : String(error));
    process.exitCode = 1;
  },
);
