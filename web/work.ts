import type { Logger } from 'pino';
import type { Background } from '../src/actions/background/background.ts';
import { createWork } from '../src/actions/background/work.ts';
import { createLights, type Lights } from '../src/actions/lights.ts';
import { createNews, type News } from '../src/actions/news.ts';
import { createOpenReview } from '../src/actions/open-review.ts';
import type { FindAlternatives } from '../src/programme/alternatives.ts';
import type { Explain } from '../src/programme/explanation.ts';
import type { Solve } from '../src/programme/outcome.ts';
import type { Store } from '../src/store/ports.ts';
import { loggedError } from './middleware/set-up-errors.ts';

/** What goes on behind the pages, and what tells them of it. */
export interface Work {
  readonly background: Background;
  readonly news: News;
  readonly lights: Lights;
}

export interface WorkGiven {
  readonly store: Store;
  readonly now: () => Date;
  readonly log: Logger;
  readonly solve: Solve;
  readonly explain: Explain;
  readonly findAlternatives: FindAlternatives;
}

/** Looks for work that others asked for only once it is told to `watch`. */
export function workBehind({ store, now, log, ...engines }: WorkGiven): Work {
  const failed = (what: string) => (error: unknown) => log.error({ err: loggedError(error) }, what);
  const news = createNews({ store, now, failed: failed('looking for what is new broke off') });
  const background = createWork({
    store,
    open: createOpenReview({ store, now }),
    ...engines,
    failed: failed('work in the background broke off'),
    heard: news.look,
  });
  const { solve, explain } = engines;
  const lights = createLights({ solve, explain }, failed('looking whether a week works broke off'));
  return { background, news, lights };
}
