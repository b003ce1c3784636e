import type { Job } from '../../store/jobs-port.ts';
import type { Store } from '../../store/ports.ts';
import type { Doings, News, Result } from './doing.ts';

interface RunNeeds {
  readonly store: Pick<Store, 'jobs'>;
  readonly doings: Doings;
  readonly failed: (error: unknown) => void;
  readonly heard?: ((review: string) => void) | undefined;
  readonly worker: string;
  /** Milliseconds between two signs of life. */
  readonly beat: number;
  /** More often it is not begun. */
  readonly tries: number;
}

/** A job that is being done here. */
export interface Run {
  readonly job: Job;
  /** Settles, never rejects, when it is no longer done here. */
  readonly done: Promise<void>;
  /** Ends it with what there is. */
  readonly stop: (by: string) => void;
  /** Ends it without an end, for somebody else to do. */
  readonly handBack: () => void;
}

/** The first news soon: whoever asked looks on. */
const FIRST = 250;

/** Does a job, with signs of life, and writes what it came to. */
export function doJob(job: Job, { store, doings, failed, heard, worker, beat, tries }: RunNeeds): Run {
  const { jobs } = store;
  const controller = new AbortController();
  let stoppedBy = job.stoppedBy;
  /** Whose it is now: still ours, to be given back, or somebody else's already. */
  let whose: 'ours' | 'back' | 'gone' = 'ours';
  let news: (() => News) | undefined;

  const stop = (by: string): void => {
    stoppedBy ??= by;
    controller.abort();
  };
  if (stoppedBy !== undefined) controller.abort();

  const signOfLife = async (): Promise<void> => {
    const told = news?.();
    news = undefined;
    try {
      const now = await jobs.beat(job.id, worker, told);
      if (now === 'stop' && !controller.signal.aborted)
        stop((await jobs.latest(job.review, job.kind))?.stoppedBy ?? job.by);
      if (now === 'gone') {
        whose = 'gone';
        controller.abort();
      }
      if (told) heard?.(job.review);
    } catch (error) {
      failed(error);
    }
  };
  let beating: Promise<void> = Promise.resolve();
  let timer: NodeJS.Timeout | undefined;
  let over = false;
  const beatIn = (wait: number): void => {
    timer = setTimeout(() => {
      beating = signOfLife().then(() => {
        if (!over) beatIn(beat);
      });
    }, wait).unref();
  };

  const work = async (): Promise<Result> => {
    if (job.tries > tries) return { how: 'broke off' };
    try {
      return await doings[job.kind](job, {
        signal: controller.signal,
        stoppedBy: () => stoppedBy,
        tell: (what) => {
          news = what;
        },
      });
    } catch (error) {
      if (whose === 'ours') failed(error);
      return { how: 'broke off' };
    }
  };

  const end = async (result: Result): Promise<void> => {
    if (whose === 'gone') return;
    if (whose === 'back') return jobs.handBack(job.id, worker);
    if (result.how === 'built') await jobs.endBuilt(job.id, worker, result.built, result.signature);
    else
      await jobs.end(job.id, worker, {
        how: result.how,
        ...(result.found !== undefined && { found: result.found }),
      });
  };

  const run = async (): Promise<void> => {
    beatIn(Math.min(FIRST, beat));
    const result = await work();
    over = true;
    clearTimeout(timer);
    await beating;
    // Where it can't be written now, it gives no sign of life any more, and is taken again.
    await end(result).catch(failed);
  };
  return {
    job,
    done: Promise.resolve().then(run),
    stop,
    handBack() {
      if (whose === 'ours') whose = 'back';
      controller.abort();
    },
  };
}
