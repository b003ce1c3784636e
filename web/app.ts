import { join } from 'node:path';
import express, { type Express } from 'express';
import type { Logger } from 'pino';
import { findRepairs } from '../solver/host/repairs.ts';
import { createFeeds } from '../src/actions/feeds.ts';
import { createOpenAgreed } from '../src/actions/open-agreed.ts';
import { createOpenReview } from '../src/actions/open-review.ts';
import { createOpenScenario } from '../src/actions/open-scenario.ts';
import { type Recorder, recordAccesses } from '../src/actions/record-accesses.ts';
import { createTelling } from '../src/actions/telling.ts';
import type { FindRepairs } from '../src/programme/outcome.ts';
import { packageRoot } from '../src/publish/package-root.ts';
import { readAssets } from './assets.ts';
import { layOpen } from './laid-open.ts';
import { setUpAccesses } from './middleware/set-up-accesses.ts';
import { setUpAssets } from './middleware/set-up-assets.ts';
import { setUpCompression } from './middleware/set-up-compression.ts';
import { loggedError, setUpErrors } from './middleware/set-up-errors.ts';
import { setUpHeaders } from './middleware/set-up-headers.ts';
import { setUpHost } from './middleware/set-up-host.ts';
import { setUpLog } from './middleware/set-up-log.ts';
import { setUpMetrics } from './middleware/set-up-metrics.ts';
import { setUpNews } from './middleware/set-up-news.ts';
import { setUpRefusals } from './middleware/set-up-refusals.ts';
import { setUpSameOrigin } from './middleware/set-up-same-origin.ts';
import { setUpWho } from './middleware/set-up-who.ts';
import { createShow } from './page.ts';
import { noPost, type Post } from './post.ts';
import { healthRoutes } from './routes/health/index.ts';
import { setUpRoutes } from './routes/set-up-routes.ts';
import type { Site } from './site.ts';
import { createRender, pageTemplates } from './templates.ts';
import { type Work, type WorkGiven, workBehind } from './work.ts';

/** What the pages can't make for themselves. */
export interface Given extends WorkGiven {
  /** Not given: the engine’s own, in threads where there are some. */
  readonly findRepairs?: FindRepairs;
  /** Not given: on this computer only. */
  readonly site?: Site;
  /** Who reads and changes what is told to it. Not given: it is written as it comes. */
  readonly recorder?: Recorder;
  /** Not given: letters stay in the outbox. */
  readonly post?: Post;
  /** Not given: what is asked for here is done here, and nothing of others. */
  readonly work?: Work;
}

/** What is said of a reading that could not be put on record. */
export const notRecorded =
  (log: Logger) =>
  (error: unknown): void =>
    log.error({ err: loggedError(error) }, 'who read what could not be recorded');

/** The whole of the web side over what it is given, from the outside in. */
export function createApp(given: Given): Express {
  const { store, now, log, site = {}, post = noPost, work = workBehind(given) } = given;
  const app = express();
  const assets = readAssets(join(packageRoot(), 'dist', 'public'));
  const show = createShow(createRender(pageTemplates(), assets));
  setUpHeaders(app, site);
  app.use(healthRoutes(store));
  setUpMetrics(app, store, site);
  setUpLog(app, log);
  setUpHost(app, site);
  setUpCompression(app);
  setUpAssets(app, assets);
  setUpSameOrigin(app, site);
  setUpWho(app, store, site);
  setUpAccesses(app, given.recorder ?? recordAccesses({ store, now }, notRecorded(log)));
  setUpNews(app, work.news);
  setUpRoutes(app, {
    store,
    open: createOpenReview({ store, now }),
    agreed: createOpenAgreed({ store, now }),
    feedOf: createFeeds({ store, now }),
    tellingOf: createTelling(store),
    now,
    log,
    show,
    site,
    post,
    openScenario: createOpenScenario({ store, now }),
    findRepairs: given.findRepairs ?? findRepairs,
    laidOpen: layOpen(),
    ...work,
  });
  setUpRefusals(app, show);
  setUpErrors(app, show, log);
  return app;
}
