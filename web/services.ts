import type { Logger } from 'pino';
import type { Builds } from '../src/actions/builds.ts';
import type { Lights } from '../src/actions/lights.ts';
import type { OpenAgreed } from '../src/actions/open-agreed.ts';
import type { OpenById } from '../src/actions/open-review.ts';
import type { FindAlternatives } from '../src/programme/alternatives.ts';
import type { Store } from '../src/store/ports.ts';
import type { LaidOpen } from './laid-open.ts';
import type { Show } from './page.ts';
import type { Post } from './post.ts';
import type { Site } from './site.ts';

/** What the pages are given; put together in one place (`app.ts`). */
export interface Services {
  readonly store: Store;
  readonly open: OpenById;
  /** What was agreed, for those who are not to see the draft. */
  readonly agreed: OpenAgreed;
  readonly now: () => Date;
  readonly log: Logger;
  readonly show: Show;
  /** Where the pages are to be had. */
  readonly site: Site;
  readonly post: Post;
  readonly findAlternatives: FindAlternatives;
  readonly laidOpen: LaidOpen;
  readonly builds: Builds;
  readonly lights: Lights;
}
