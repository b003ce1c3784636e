import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { DrawnForm } from '../draw.ts';
import type { Paper } from '../paper/paper.ts';
import type { Asked, Drawn } from './messages.ts';

/** So many may wait for their turn; more are asked to come back. */
const WAITING = 20;
/** Milliseconds: for one paper, and without work until the thread is ended. */
const limits = { drawing: 60_000, idle: 30_000 };

interface Waiting {
  readonly asked: Asked;
  readonly done: (drawn: Drawn) => void;
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
  if (found === undefined) throw new Error('The thread that draws papers is not built: run npm run build');
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
      ? setTimeout(() => end('It took too long to draw.'), limits.drawing)
      : setTimeout(() => end('Idle'), limits.idle);
  // Nobody waits for the thread where nobody waits for a paper.
  if (waiting.length === 0) {
    alarm.unref();
    worker?.unref();
  } else worker?.ref();
}

function begin(): Worker {
  const started = new Worker(workerFile(), { resourceLimits: { maxOldGenerationSizeMb: 512 } });
  started.on('message', (drawn: Drawn) => {
    const of = waiting.find(({ asked }) => asked.id === drawn.id);
    waiting = waiting.filter((w) => w !== of);
    watch();
    of?.done(drawn);
  });
  started.on('error', (error) => started === worker && end(String(error)));
  started.on('exit', () => started === worker && end('The thread ended.'));
  return started;
}

/**
 * Draws a paper as a file in a thread of its own, so that pages do not wait for it. Undefined where too many wait
 * already. Rejects where it could not be drawn.
 */
export async function drawApart(paper: Paper, form: DrawnForm): Promise<Uint8Array | undefined> {
  if (waiting.length >= WAITING) return undefined;
  worker ??= begin();
  const asked: Asked = { id: ++count, paper, form };
  const drawn = await new Promise<Drawn>((done) => {
    waiting.push({ asked, done });
    watch();
    worker!.postMessage(asked);
  });
  if ('error' in drawn) throw new Error(drawn.error);
  return drawn.bytes;
}
