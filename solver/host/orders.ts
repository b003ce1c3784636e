import type { Progress } from '../../src/programme/outcome.ts';
import type { Review } from '../../src/review/review.ts';
import type { Answered, Asked, Work } from './works.ts';

/** What a thread is started with. `stop`: where to look for the number of the order that is to stop. */
export interface Shared {
  readonly stop: SharedArrayBuffer;
  /** Whether it leaves the cores to the other threads of the process where they want them. */
  readonly givesWay: boolean;
}

/** How many reviews a thread keeps: the one being worked on and its variations. */
export const KEPT = 4;

/** What is sent to a thread. */
export interface Order<W extends Work = Work> {
  /** From 1, never the same twice. */
  readonly number: number;
  readonly work: W;
  readonly asked: Asked<W>;
  /** The review's number; its facts come along where the thread does not have them. */
  readonly of: number;
  readonly review?: Review;
}

/** What a thread sends back: progress any number of times, then one of the others. */
export type Reply =
  | { readonly number: number; readonly progress: Progress }
  | { readonly number: number; readonly answer: Answered<Work> }
  /** What it threw, with where. */
  | { readonly number: number; readonly fault: string };
