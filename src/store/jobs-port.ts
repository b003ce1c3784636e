import type { Answer, StoredProgramme } from './programme-port.ts';
import type { Saved, Signature } from './saved.ts';

/** What is done in the background: the programme is built, or other ways the week could go are looked for. */
export type JobKind = 'build' | 'alternatives';

/**
 * How a job ended. `saved`: it is the draft. `offered`: it was built, but does not take the draft's place by itself.
 * `kept`: it was offered, and the draft that there was was kept. `found`: what it found stands with it. `nothing`: it was
 * stopped before anything was found. `not whole`: the review could not be read as a whole any more. `broke off`: a fault.
 */
export type JobEnd = 'saved' | 'offered' | 'kept' | 'found' | 'nothing' | 'not whole' | 'broke off';

/** A piece of work in the background, one of a kind at a time in a review. */
export interface Job {
  readonly id: string;
  readonly review: string;
  readonly kind: JobKind;
  readonly state: 'waiting' | 'working' | 'ended';
  /** Who asked for it, when, and as what the history will have it. */
  readonly by: string;
  readonly at: string;
  readonly why: string;
  /** The version of the review that it was asked for. */
  readonly reviewVersion: number;
  /** The version of the draft that there was when it was asked for; 0: none. */
  readonly draftVersion: number;
  /** Counts signs of life and news. */
  readonly beat: number;
  /** How often somebody began it. */
  readonly tries: number;
  /** Who asked it to stop. */
  readonly stoppedBy?: string;
  /** How far it is, as JSON. */
  readonly told?: string;
  readonly ended?: JobEnd;
  readonly endedAt?: string;
  /** The version of the draft that it became. */
  readonly savedVersion?: number;
}

/** A programme that a job built. */
export interface Built {
  readonly told: string;
  readonly reviewVersion: number;
  /** The programme's file. */
  readonly file: string;
  readonly answer: Answer;
  /** It is not to take the draft's place by itself. */
  readonly offer: boolean;
}

export interface JobPort {
  /** Asks for a job over the draft of a version; where one of its kind is going on in the review, that one is given. */
  ask(
    asked: Pick<Job, 'review' | 'kind' | 'reviewVersion' | 'draftVersion'>,
    signature: Signature,
  ): Promise<{ readonly job: Job; readonly begun: boolean }>;
  /** The last one of its kind in a review, ended or not. */
  latest(review: string, kind: JobKind): Promise<Job | undefined>;
  /** What a job has found so far, or in the end: the file of a programme, or JSON. */
  foundBy(id: string): Promise<string | undefined>;
  /** Those of all reviews that are not ended, oldest first. */
  goingOn(): Promise<readonly Job[]>;
  /** Takes the one that waits the longest; nobody else gets it. */
  claim(worker: string): Promise<Job | undefined>;
  /** Takes over one whose worker gave no sign of life since `beat`; undefined where it did, or somebody took it before. */
  takeOver(id: string, beat: number, worker: string): Promise<Job | undefined>;
  /** A sign of life with what there is to tell. What is to be done now; `gone`: it is no longer this worker's. */
  beat(
    id: string,
    worker: string,
    news?: { readonly told: string; readonly found?: string },
  ): Promise<'go on' | 'stop' | 'gone'>;
  /** Gives it back, for whoever takes it next. */
  handBack(id: string, worker: string): Promise<void>;
  /** Asks the one that is going on to stop with what it has; false: there is none, or it was asked before. */
  stop(review: string, kind: JobKind, by: string): Promise<boolean>;
  /** Ends it with what was found, or without. */
  end(
    id: string,
    worker: string,
    ended: { readonly how: Exclude<JobEnd, 'saved' | 'offered' | 'kept'>; readonly found?: string },
  ): Promise<boolean>;
  /**
   * Ends a build: what was built is the draft, at one stroke, where the draft is the one that it was asked over; where
   * somebody changed that, or it is only to be offered, it waits to be taken.
   */
  endBuilt(
    id: string,
    worker: string,
    built: Built,
    signature: Signature,
  ): Promise<'saved' | 'offered' | 'gone'>;
  /** Makes what a build offers the draft, over the version that was seen. Undefined: nothing is offered any more. */
  takeOffered(
    review: string,
    seen: number,
    signature: Signature,
  ): Promise<Saved<StoredProgramme> | undefined>;
  /** Keeps the draft that there is: nothing is offered any more. */
  keepOwn(review: string): Promise<void>;
}
