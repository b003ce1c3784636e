import type { Built, Job, JobEnd, JobKind } from '../../store/jobs-port.ts';
import type { Signature } from '../../store/ports.ts';

/** What somebody who does a job can tell on the way. */
export interface News {
  /** How far it is, as JSON. */
  readonly told: string;
  /** What is found so far. */
  readonly found?: string;
}

/** What a job came to. */
export type Result =
  | { readonly how: 'built'; readonly built: Built; readonly signature: Signature }
  | { readonly how: Exclude<JobEnd, 'saved' | 'offered' | 'kept'>; readonly found?: string };

/** The hand of whoever does a job. */
export interface Hand {
  /** Aborted where the job is to stop, with what there is. */
  readonly signal: AbortSignal;
  /** Called when somebody is about to hear the news: what takes time to say is said only then. */
  readonly tell: (news: () => News) => void;
  /** Who asked it to stop; undefined while nobody has. */
  readonly stoppedBy: () => string | undefined;
}

/** Does jobs of one kind. */
export type Doing = (job: Job, hand: Hand) => Promise<Result>;

export type Doings = Readonly<Record<JobKind, Doing>>;
