import type { WholeReview } from '../../review/whole.ts';
import type { DrawnForm } from '../draw.ts';
import type { Paper } from '../paper/paper.ts';

/** What takes long enough to hold up pages, and is done in a thread. */
export type Work =
  | { readonly do: 'draw'; readonly paper: Paper; readonly form: DrawnForm }
  | { readonly do: 'pack'; readonly whole: WholeReview };

/** What the thread is asked for, and what it answers with. */
export interface Asked {
  readonly id: number;
  readonly work: Work;
}

export type Done =
  | { readonly id: number; readonly bytes: Uint8Array }
  | { readonly id: number; readonly error: string };
