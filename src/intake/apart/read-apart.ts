import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { trouble } from '../trouble.ts';
import type { Answer, Job } from './jobs.ts';

/** How much reading one file may take. The clock starts when the thread does, not while it waits its turn. */
export interface Limits {
  readonly milliseconds: number;
  readonly megabytes: number;
}
const usual: Limits = { milliseconds: 20_000, megabytes: 256 };
/** A whole review holds every version of itself. */
const large: Limits = { milliseconds: 60_000, megabytes: 1_024 };

/** Files are read one or two at a time, and some wait; more at once are asked to come back. */
const AT_ONCE = 2;
const WAITING = 20;

let running = 0;
const waiting: (() => void)[] = [];

/** Where the bundle of the thread is: beside the bundle that this is in, or in dist/ seen from the sources. */
function workerFile(): string {
  const places = ['./intake-worker.js', '../../../dist/intake-worker.js'].map((path) =>
    fileURLToPath(new URL(path, import.meta.url)),
  );
  const found = places.find((place) => existsSync(place));
  if (found === undefined) throw new Error('The thread that reads files is not built: run npm run build');
  return found;
}

/**
 * Reads a file in a thread of its own, with limits of time and memory, so that no file, however it was made, can stop or
 * fill the server. What goes beyond them is answered like any other trouble with a file. Rejects only where no thread
 * can be started at all.
 */
export async function readApart<J extends Job>(
  job: J,
  limits: Limits = job.read === 'whole' ? large : usual,
): Promise<Answer<J>> {
  if (running >= AT_ONCE) {
    if (waiting.length >= WAITING)
      return trouble('Many files are being read at this moment.', 'Try again in a minute.');
    await new Promise<void>((resolve) => waiting.push(resolve));
  }
  running++;
  try {
    return await inThread(job, limits);
  } finally {
    running--;
    waiting.shift()?.();
  }
}

function inThread<J extends Job>(job: J, { milliseconds, megabytes }: Limits): Promise<Answer<J>> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(workerFile(), {
      workerData: job,
      // What it prints would be about somebody's file.
      stdout: true,
      stderr: true,
      resourceLimits: { maxOldGenerationSizeMb: megabytes, maxYoungGenerationSizeMb: 32, stackSizeMb: 4 },
    });
    const end = (answer: Answer<J>): void => {
      clearTimeout(alarm);
      resolve(answer);
      void worker.terminate();
    };
    const alarm = setTimeout(() => end(tooSlow()), milliseconds);
    worker.on('message', (answer: Answer<J>) => end(answer));
    worker.on('error', (error: NodeJS.ErrnoException) =>
      end(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? tooMuch() : unreadable()),
    );
    worker.on('exit', () => end(unreadable()));
    worker.on('messageerror', reject);
  });
}

const fewer = 'Copy the rows or dates you need into a new file and bring that in.';
const tooSlow = () => trouble('The file takes too long to read.', fewer);
const tooMuch = () => trouble('The file takes more room than there is to read it.', fewer);
const unreadable = () =>
  trouble(
    'The file can’t be read.',
    'Save it again from the program that it comes from, and bring in the new one.',
  );
