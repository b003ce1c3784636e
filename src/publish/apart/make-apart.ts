import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { WholeReview } from '../../review/whole.ts';
import type { DrawnForm } from '../draw.ts';
import type { Paper } from '../paper/paper.ts';
import type { Asked, Done, Work } from './messages.ts';

/** So many may wait for their turn; more are asked to come back. */
const WAITING = 20;
/** Milliseconds: for one file, and without work until the thread is ended. */
const limits = { making: 60_000, idle: 30_000 };

interface Waiting {
  readonly asked: Asked;
  readonly done: (done: Done) => void;
}

let worker: Worker | undefined;
let waiting: Waiting[] = [];
let alarm: NodeJS.Timeout | undefined;
let count = 0;

/** Where the bundle of the thread is: beside the bundle that this is in, or in dist/ seen from the sources. */
function workerFile(): string {
  const places = ['./paper-worker.js', '../../../dist/paper-worker.js'].map((path) =>
    fileURLToPath(new URL(path, import.meta.url)),
  );
  const found = places.find((place) => existsSync(place));
  if (found === undefined) throw new Error('The thread that makes files is not built: run npm run build');
  return found;
}

/** Ends the thread; whoever waits is told why. */
function end(why: string): void {
  clearTimeout(alarm);
  const left = waiting;
  void worker?.terminate();
  [worker, waiting] = [undefined, []];
  for (const { asked, done } of left) done({ id: asked.id, error: why });
}

function watch(): void {
  clearTimeout(alarm);
  alarm =
    waiting.length > 0
      ? setTimeout(() => end('It took too long to make.'), limits.making)
      : setTimeout(() => end('Idle'), limits.idle);
  // Nobody waits for the thread where nobody waits for a file.
  if (waiting.length === 0) {
    alarm.unref();
    worker?.unref();
  } else worker?.ref();
}

function begin(): Worker {
  const started = new Worker(workerFile(), { resourceLimits: { maxOldGenerationSizeMb: 512 } });
  started.on('message', (made: Done) => {
    const of = waiting.find(({ asked }) => asked.id === made.id);
    waiting = waiting.filter((w) => w !== of);
    watch();
    of?.done(made);
  });
  started.on('error', (error) => started === worker && end(String(error)));
  started.on('exit', () => started === worker && end('The thread ended.'));
  return started;
}

/** Undefined where too many wait already. Rejects where it could not be made. */
async function make(work: Work): Promise<Uint8Array | undefined> {
  if (waiting.length >= WAITING) return undefined;
  worker ??= begin();
  const asked: Asked = { id: ++count, work };
  const made = await new Promise<Done>((done) => {
    waiting.push({ asked, done });
    watch();
    worker!.postMessage(asked);
  });
  if ('error' in made) throw new Error(made.error);
  return made.bytes;
}

/**
 * Draws a paper as a file in a thread of its own, so that pages do not wait for it. Undefined where too many wait
 * already. Rejects where it could not be drawn.
 */
export const drawApart = (paper: Paper, form: DrawnForm): Promise<Uint8Array | undefined> =>
  make({ do: 'draw', paper, form });

/** The same for a whole review as a zip file. */
export const packApart = (whole: WholeReview): Promise<Uint8Array | undefined> => make({ do: 'pack', whole });
