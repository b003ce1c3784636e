/** What the pages know of how letters leave. */
export interface Post {
  /** There is a mail server. Without one, letters wait in the outbox, and are shown in the terminal. */
  readonly sends: boolean;
  /** Looks into the outbox soon: something was put there. */
  readonly soon: () => void;
}

/** Letters stay where they are. */
export const noPost: Post = { sends: false, soon: () => {} };
