import type { Review } from '../review/review.ts';
import type { Session } from '../review/session.ts';
import type { Span } from '../time/span.ts';

/**
 * For engines: a `whole` part that is a sum over counters, told as data. A placement adds to numbered counters by who
 * takes it, times a factor by when it is; what the part says is a price for how far each counter is from its aim. So an
 * engine may keep the counters as sessions come and go, and a linear model may state them: nothing but a session's
 * peers, and of its time no more than `times` says, makes any difference. What `test` says is the truth: a test holds
 * the two to the same amounts for every part that has both.
 */
export interface Counts {
  /** How many counters there are: 0 to `keys` - 1. */
  readonly keys: number;
  /** What a session adds to the counters when these peers (ids, in any order) take it; each counter named once at most. */
  readonly adds: (
    session: Session,
    peers: readonly string[],
  ) => readonly (readonly [key: number, units: number])[];
  /** What those units are multiplied by, from the peers' time. Left out: 1, whenever it is. */
  readonly times?: (away: Span) => number;
  /** The amounts of the part's breaches come to the sum of these; of a must, each that is above 0 is one breach. */
  readonly charges: readonly Charge[];
}

/** What is paid for a counter away from its aim: convex, in pieces of straight lines. */
export interface Charge {
  readonly key: number;
  readonly aim: Aim;
  /** The amount for each unit above the aim, and for each below it; 0 or more. */
  readonly over: number;
  readonly short: number;
}

/** A number, or a part of what another counter holds. */
export type Aim = number | { readonly share: number; readonly of: number };

/** A part's counts for a review. Worked out once by whoever asks: it reads the whole review. */
export type CountsOf = (review: Review) => Counts;

/** The amount of one charge, the counters holding `values`. */
export function chargeAt({ key, aim, over, short }: Charge, values: ArrayLike<number>): number {
  const off = values[key]! - (typeof aim === 'number' ? aim : aim.share * values[aim.of]!);
  return off > 0 ? off * over : -off * short;
}

/** The amount of a part, its counters holding `values`: the sum of its breaches' amounts. */
export const amountAt = ({ charges }: Counts, values: ArrayLike<number>): number =>
  charges.reduce((sum, charge) => sum + chargeAt(charge, values), 0);
