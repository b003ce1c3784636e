import type { RequestHandler } from 'express';
import type { Store } from '../../../src/store/ports.ts';

/** How long the database may take to answer before it counts as gone, in milliseconds. */
const PATIENCE = 2_000;

/** Whether this process answers at all. Asks nothing of anything: what watches restarts it where this is silent. */
export const health: RequestHandler = (_request, response) => {
  response.setHeader('Cache-Control', 'no-store');
  response.type('text').send('up\n');
};

/** Whether people can be sent here: 503 while the database does not answer, with nothing said of why. */
export const ready =
  (store: Store): RequestHandler =>
  async (_request, response) => {
    response.setHeader('Cache-Control', 'no-store');
    response.type('text');
    if (await answersSoon(store)) response.send('ready\n');
    else response.status(503).send('not ready: the database does not answer\n');
  };

async function answersSoon(store: Store): Promise<boolean> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(resolve, PATIENCE, false);
  });
  const answered = store.answers().then(
    () => true,
    () => false,
  );
  return Promise.race([answered, late]).finally(() => clearTimeout(timer));
}
