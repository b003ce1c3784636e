import type { Job } from '../store/jobs-port.ts';
import type { HistoryLine, Store } from '../store/ports.ts';

/** What is new in a review: what somebody did, and how far the building of its programme is. */
export interface Item {
  readonly lines: readonly HistoryLine[];
  /** Where it is otherwise than before. */
  readonly build?: Job;
}

/** Tells those who look at a review what others do to it, on whichever instance they do it. */
export interface News {
  /** Tells of what is new from now on, until it is called off. */
  readonly follow: (review: string, tell: (item: Item) => void) => () => void;
  /** Looks at once: somebody has just done something here. */
  readonly look: (review: string) => void;
}

/** Milliseconds between two looks at a review that somebody follows: what other instances do is seen by looking. */
const PACE = 1_000;
/** The history is looked at from so long before its newest line: clocks differ, and a write may take a while to be seen. */
const BACK = 60_000;

const keyOf = ({ thing, id, version }: HistoryLine): string => `${thing} ${version} ${id}`;

interface Followed {
  readonly tells: Set<(item: Item) => void>;
  /** Lines that were there or were told of, from `since` on. */
  known: ReadonlySet<string>;
  since: string;
  build: string;
  timer: NodeJS.Timeout | undefined;
  /** The look that goes on; `again`: another is to follow it. */
  looking: Promise<void> | undefined;
  again: boolean;
}

interface NewsNeeds {
  readonly store: Pick<Store, 'history' | 'jobs'>;
  readonly now: () => Date;
  /** Told of what went wrong, for the log. */
  readonly failed: (error: unknown) => void;
  readonly pace?: number;
}

/** One look at a review for all who follow it here. */
export function createNews({ store, now, failed, pace = PACE }: NewsNeeds): News {
  const followed = new Map<string, Followed>();

  const stateOf = (job: Job | undefined): string => (job ? `${job.id} ${job.beat} ${job.state}` : '');

  const read = async (review: string, one: Followed, first: boolean): Promise<void> => {
    const lines = await store.history.since(review, one.since);
    const build = await store.jobs.latest(review, 'build');
    const fresh = lines.filter((line) => !one.known.has(keyOf(line)));
    const changed = stateOf(build) !== one.build;
    const newest = lines.at(-1)?.at;
    if (newest !== undefined) {
      const from = new Date(Date.parse(newest) - BACK).toISOString();
      if (from > one.since) one.since = from;
    }
    one.known = new Set(lines.map(keyOf));
    one.build = stateOf(build);
    if (first || (fresh.length === 0 && !changed)) return;
    const item: Item = { lines: fresh, ...(changed && build && { build }) };
    for (const tell of one.tells) tell(item);
  };

  const look = (review: string, first = false): void => {
    const one = followed.get(review);
    if (!one) return;
    if (one.looking) {
      one.again = true;
      return;
    }
    clearTimeout(one.timer);
    one.looking = read(review, one, first)
      .catch(failed)
      .then(() => {
        one.looking = undefined;
        if (one.tells.size === 0) return;
        if (one.again) {
          one.again = false;
          look(review);
        } else one.timer = setTimeout(() => look(review), pace).unref();
      });
  };

  return {
    follow(review, tell) {
      const there = followed.get(review);
      const one: Followed = there ?? {
        tells: new Set(),
        known: new Set(),
        since: new Date(now().getTime() - BACK).toISOString(),
        build: '',
        timer: undefined,
        looking: undefined,
        again: false,
      };
      one.tells.add(tell);
      if (!there) {
        followed.set(review, one);
        look(review, true);
      }
      return () => {
        one.tells.delete(tell);
        if (one.tells.size > 0) return;
        clearTimeout(one.timer);
        if (followed.get(review) === one) followed.delete(review);
      };
    },
    look: (review) => look(review),
  };
}
