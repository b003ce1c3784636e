import type { Logger } from 'pino';
import type { Background } from '../src/actions/background/background.ts';
import type { FeedOf } from '../src/actions/feeds.ts';
import type { Lights } from '../src/actions/lights.ts';
import type { News } from '../src/actions/news.ts';
import type { OpenAgreed } from '../src/actions/open-agreed.ts';
import type { OpenById } from '../src/actions/open-review.ts';
import type { OpenScenarioById } from '../src/actions/open-scenario.ts';
import type { TellingOf } from '../src/actions/telling.ts';
import type { FindRepairs } from '../src/programme/outcome.ts';
import type { Store } from '../src/store/ports.ts';
import type { LaidOpen } from './laid-open.ts';
import type { Show } from './page.ts';
import type { Post } from './post.ts';
import type { Site } from './site.ts';

/** What the pages are given; put together in one place (`app.ts`). */
export interface Services {
  readonly store: Store;
  readonly open: OpenById;
  readonly openScenario: OpenScenarioById;
  /** What was agreed, for those who are not to see the draft. */
  readonly agreed: OpenAgreed;
  /** What calendars are given by private links. */
  readonly feedOf: FeedOf;
  /** Whom to tell of what was agreed. */
  readonly tellingOf: TellingOf;
  readonly now: () => Date;
  readonly log: Logger;
  readonly show: Show;
  /** Where the pages are to be had. */
  readonly site: Site;
  readonly post: Post;
  readonly findRepairs: FindRepairs;
  readonly laidOpen: LaidOpen;
  readonly background: Background;
  readonly news: News;
  readonly lights: Lights;
}
