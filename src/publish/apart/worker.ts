import { parentPort } from 'node:worker_threads';
import { drawPaper } from '../draw.ts';
import type { Asked, Drawn } from './messages.ts';

/** A thread that draws papers as files, one after another, until it is ended. */
parentPort!.on('message', async ({ id, paper, form }: Asked) => {
  let drawn: Drawn;
  try {
    drawn = { id, bytes: await drawPaper(paper, form) };
  } catch (error) {
    drawn = { id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
  parentPort!.postMessage(drawn);
});
