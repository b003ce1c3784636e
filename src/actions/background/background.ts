import type { Job, JobKind } from '../../store/jobs-port.ts';
import type { Signature, Store } from '../../store/ports.ts';
import type { Doings } from './doing.ts';
import { doJob, type Run } from './run.ts';
import { newWorker } from './worker-name.ts';

export interface BackgroundNeeds {
  readonly store: Pick<Store, 'jobs'>;
  readonly doings: Doings;
  /** Told of what went wrong, for the log. */
  readonly failed: (error: unknown) => void;
  /** Told that there is something new of a review, as soon as it is written. */
  readonly heard?: (review: string) => void;
  /** For tests: how long things take here, in milliseconds. */
  readonly pace?: Partial<Pace>;
  /** So many jobs at once at the most; others wait, here or for another instance. */
  readonly most?: number;
}

export interface Pace {
  /** Between two signs of life. */
  readonly beat: number;
  /** Between two looks for work that nobody told of. */
  readonly look: number;
  /** Without a sign of life for so long, whoever did a job is gone. */
  readonly dead: number;
}

const usual: Pace = { beat: 1_000, look: 2_000, dead: 10_000 };
/** So many do not hold up whoever looks at pages. */
const MOST = 3;
/** A job that took its instance with it so often is not begun again. */
const TRIES = 3;

/** Work in the background: asked for through the store, done by whichever instance takes it. */
export interface Background {
  /** Asks for a job, or joins the one of its kind that is going on in the review. */
  readonly ask: (
    asked: Pick<Job, 'review' | 'kind' | 'reviewVersion' | 'draftVersion'>,
    signature: Signature,
  ) => Promise<Job>;
  readonly of: (review: string, kind: JobKind) => Promise<Job | undefined>;
  /** Asks the one that is going on to stop with what it has; false: there is none. */
  readonly stop: (review: string, kind: JobKind, by: string) => Promise<boolean>;
  /** Waits until nothing of the kind is going on in the review, but no longer than so many milliseconds. */
  readonly soon: (review: string, kind: JobKind, patience: number) => Promise<void>;
  /** Looks for work of others from now on, what somebody who is gone has left too. */
  readonly watch: () => void;
  /** Gives back what is being done here, for others to take or for the next start. */
  readonly close: () => Promise<void>;
}

export function createBackground(needs: BackgroundNeeds): Background {
  const { store, failed, heard, most = MOST } = needs;
  const pace = { ...usual, ...needs.pace };
  const worker = newWorker();
  const runs = new Map<string, Run>();
  /** What others do, and since when it has given no new sign of life: by this machine's own clock alone. */
  const seen = new Map<string, { readonly beat: number; readonly since: number }>();
  let closing = false;
  let looking: NodeJS.Timeout | undefined;

  const begin = (job: Job): void => {
    const run = doJob(job, { ...needs, worker, beat: pace.beat, tries: TRIES });
    runs.set(job.id, run);
    void run.done.then(() => {
      runs.delete(job.id);
      heard?.(job.review);
      if (!closing) void takeWaiting();
    });
  };

  let taking: Promise<void> | undefined;
  const takeWaiting = (): Promise<void> => {
    taking = (taking ?? Promise.resolve()).then(async () => {
      try {
        while (!closing && runs.size < most) {
          const job = await store.jobs.claim(worker);
          if (!job) return;
          begin(job);
        }
      } catch (error) {
        failed(error);
      }
    });
    return taking;
  };

  /** Takes over what has given no sign of life for too long. */
  const takeLeft = async (): Promise<void> => {
    const others = (await store.jobs.goingOn()).filter((j) => j.state === 'working' && !runs.has(j.id));
    for (const id of seen.keys()) if (!others.some((j) => j.id === id)) seen.delete(id);
    for (const { id, beat } of others) {
      const before = seen.get(id);
      if (before?.beat !== beat) seen.set(id, { beat, since: performance.now() });
      else if (performance.now() - before.since >= pace.dead && runs.size < most && !closing) {
        const job = await store.jobs.takeOver(id, beat, worker);
        if (job) begin(job);
      }
    }
  };

  const look = async (): Promise<void> => {
    try {
      await takeLeft();
      await takeWaiting();
    } catch (error) {
      failed(error);
    }
    if (!closing) looking = setTimeout(() => void look(), pace.look).unref();
  };

  return {
    async ask(asked, signature) {
      const { job } = await store.jobs.ask(asked, signature);
      heard?.(asked.review);
      void takeWaiting();
      return job;
    },
    of: (review, kind) => store.jobs.latest(review, kind),
    async stop(review, kind, by) {
      const stopped = await store.jobs.stop(review, kind, by);
      for (const run of runs.values()) if (run.job.review === review && run.job.kind === kind) run.stop(by);
      heard?.(review);
      return stopped;
    },
    async soon(review, kind, patience) {
      const until = performance.now() + patience;
      for (;;) {
        const job = await store.jobs.latest(review, kind);
        const left = until - performance.now();
        if (!job || job.state === 'ended' || left <= 0) return;
        const run = runs.get(job.id);
        let timer: NodeJS.Timeout | undefined;
        const moment = new Promise<void>((resolve) => {
          timer = setTimeout(resolve, Math.min(left, run ? left : 200));
        });
        await (run ? Promise.race([run.done, moment]) : moment);
        clearTimeout(timer);
      }
    },
    watch: () => void look(),
    async close() {
      closing = true;
      clearTimeout(looking);
      await taking;
      for (const run of runs.values()) run.handBack();
      await Promise.all([...runs.values()].map((run) => run.done));
    },
  };
}
