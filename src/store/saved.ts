/** Who writes, and why: no write goes without. */
export interface Signature {
  readonly by: string;
  readonly why: string;
  /** The version of the same thing that this takes back: undo and redo are a stack over these. */
  readonly undoes?: number;
  /** Done from the grid, and undone from there too, though it is not the programme that it changes. */
  readonly inGrid?: true;
}

/**
 * What became of a write. Not saved: somebody else was first (or it is gone, and `theirs` is undefined); nothing of
 * theirs was touched, and nothing of ours is lost but by whoever drops it.
 */
export type Saved<T> =
  | { readonly saved: true; readonly stored: T }
  | { readonly saved: false; readonly theirs: T | undefined };

/** The version to expect of a thing that is not there yet. */
export const NEW = 0;
