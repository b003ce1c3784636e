import type { Saved, Signature } from './saved.ts';

/** A contact who can't come when the programme has them. */
export interface CantCome {
  readonly id: string;
  readonly version: number;
  readonly review: string;
  readonly contact: string;
  readonly session: string;
  /** When it was to be, local times of the week: `2026-03-25T09:00`. */
  readonly starts: string;
  readonly ends: string;
  /** The release that says so. */
  readonly release: number;
  readonly comment: string;
  readonly madeAt: string;
  /** When and by whom it was settled, and how; undefined while it is open. */
  readonly settledAt?: string;
  readonly settledBy?: string;
  readonly answer?: string;
}

export interface RequestPort {
  /** Oldest first, the settled ones too. */
  of(review: string): Promise<readonly CantCome[]>;
  /** Takes what a contact says; said again of the same session while it is open, it is the same request anew. */
  make(
    request: Pick<CantCome, 'review' | 'contact' | 'session' | 'starts' | 'ends' | 'release' | 'comment'>,
    signature: Signature,
  ): Promise<CantCome>;
  /** Says how it was settled; undefined takes it up again. */
  settle(
    id: string,
    expected: number,
    answer: string | undefined,
    signature: Signature,
  ): Promise<Saved<CantCome>>;
}
