import type { Work } from '../../src/actions/kept-work.ts';

/** Milliseconds for which a page is held back where its content is about to be there: less than a browser minds. */
const PATIENCE = 10_000;

/** Waits for work to end, but not for long. */
export async function soon(work: Work<unknown, unknown>, patience = PATIENCE): Promise<void> {
  if (work.state !== 'working') return;
  let timer: NodeJS.Timeout | undefined;
  const enough = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, patience);
  });
  await Promise.race([work.done, enough]);
  clearTimeout(timer);
}
