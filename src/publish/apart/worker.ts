import { parentPort } from 'node:worker_threads';
import type { Asked, Done, Work } from './messages.ts';

async function bytesOf(work: Work): Promise<Uint8Array> {
  if (work.do === 'draw') {
    const { drawPaper } = await import('../draw.ts');
    return drawPaper(work.paper, work.form);
  }
  const { packWhole } = await import('../whole/pack.ts');
  return packWhole(work.whole);
}

/** A thread that makes files, one after another, until it is ended. */
parentPort!.on('message', async ({ id, work }: Asked) => {
  let done: Done;
  try {
    done = { id, bytes: await bytesOf(work) };
  } catch (error) {
    done = { id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
  parentPort!.postMessage(done);
});
