import type { Saved, Signature } from './saved.ts';

/** Until when a review is kept. */
export interface Kept {
  readonly review: string;
  readonly version: number;
  /** The last day, `yyyy-mm-dd`; undefined: it is kept until somebody says otherwise. */
  readonly until?: string;
}

/** A review that is past its last day. */
export interface Due {
  readonly id: string;
  readonly council: string;
  /** The last day, `yyyy-mm-dd`. */
  readonly until: string;
}

export interface Purged {
  readonly review: string;
  readonly at: string;
  readonly why: string;
}

export interface KeepingPort {
  /** Version `NEW` where nobody has said yet. */
  of(review: string): Promise<Kept>;
  keepUntil(
    review: string,
    until: string | undefined,
    expected: number,
    signature: Signature,
  ): Promise<Saved<Kept>>;
  /** Reviews whose last day was before `today` (`yyyy-mm-dd`), the longest ago first. */
  due(today: string): Promise<readonly Due[]>;
  /**
   * Takes a review away with everything that belongs to it: programme, history, links, members, messages, who looked.
   * Only that it was purged, when and why (a sentence that names nobody) stays. False where it is not there.
   */
  purge(review: string, why: string): Promise<boolean>;
  purged(): Promise<readonly Purged[]>;
}
