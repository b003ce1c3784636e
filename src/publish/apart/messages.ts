import type { DrawnForm } from '../draw.ts';
import type { Paper } from '../paper/paper.ts';

/** What the thread is asked for, and what it answers with. */
export interface Asked {
  readonly id: number;
  readonly paper: Paper;
  readonly form: DrawnForm;
}

export type Drawn =
  | { readonly id: number; readonly bytes: Uint8Array }
  | { readonly id: number; readonly error: string };
