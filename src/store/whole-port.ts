import type { WholeReview } from '../review/whole.ts';
import type { Signature } from './saved.ts';

export type TakenIn =
  | 'taken in'
  /** There is a review of that id: nothing was touched. */
  | 'there already'
  /** It was kept by a newer Peerweek, or has what no Peerweek keeps. */
  | 'newer'
  /** Its rows are not all of this one review, or can't be kept beside what is here. */
  | 'unfit';

export interface WholePort {
  /** A review with everything that belongs to it, as it is at one moment; undefined for one that is not there. */
  of(review: string): Promise<WholeReview | undefined>;
  /** Puts one in that is not there: all of it, or nothing. `founder`: the account whose review it is then. */
  takeIn(whole: WholeReview, signature: Signature, founder?: string): Promise<TakenIn>;
}
