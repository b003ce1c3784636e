import type { Outcome, Progress, SolveOptions } from '../../src/programme/outcome.ts';
import type { Review } from '../../src/review/review.ts';
import { better, type Seeded } from '../better.ts';
import { placesIn, seatAt, seatsAt, swapOf } from '../explain/elsewhere/laid.ts';
import { type Proof, type ProofOrder, prove } from '../proof/prove.ts';
import type { Options } from '../repair/mend.ts';
import { repairs } from '../repair/several.ts';
import { search } from '../solve.ts';
import { type PointsOrder, pointsFloor } from './points.ts';

/** How work in a thread hears from and speaks to whoever asked for it. */
export interface Line {
  /** Asked as often as every few moves: a look at a number in memory that both threads see. */
  readonly stopped: () => boolean;
  readonly tell: (progress: Progress) => void;
}

/** What a search in a thread of its own is asked. `tells`: somebody wants to hear of its progress. */
export interface SearchOrder {
  readonly options: Omit<SolveOptions, 'signal' | 'progress'>;
  readonly tells: boolean;
}

/** What a search from a programme on is asked. */
export interface BetterOrder extends Seeded {
  readonly tells: boolean;
}

/** What a search for several repairs is asked. */
export interface RepairsOrder {
  readonly options: Omit<Options, 'progress'>;
  readonly most: number;
}

/**
 * What the threads of the pool can be asked for: by name, for functions don't pass between threads. A new kind of work
 * is a line here; what it is given and what it gives must be plain data.
 */
export const works = {
  search: (review: Review, { options, tells }: SearchOrder, line: Line): Outcome =>
    search(review, { ...options, ...(tells && { progress: line.tell }) }, line.stopped),
  points: (review: Review, order: PointsOrder, line: Line): Promise<number> =>
    pointsFloor(review, order, line.stopped),
  prove: (review: Review, order: ProofOrder, line: Line): Proof =>
    prove(review, order, line.stopped, line.tell),
  repairs: (review: Review, { options, most }: RepairsOrder, line: Line): readonly Outcome[] =>
    repairs(review, options, line.stopped, most),
  places: placesIn,
  seats: seatsAt,
  seat: seatAt,
  swap: swapOf,
  better: (review: Review, { tells, ...order }: BetterOrder, line: Line): Outcome | undefined =>
    better(review, order, line.stopped, tells ? line.tell : undefined),
} as const;

export type Works = typeof works;
export type Work = keyof Works;
export type Asked<W extends Work> = Parameters<Works[W]>[1];
export type Answered<W extends Work> = Awaited<ReturnType<Works[W]>>;
