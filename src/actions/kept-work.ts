/** How far a piece of work in the background is. `P` is what it tells on the way, `T` what it finds. */
export type Work<T, P> =
  | { readonly state: 'not asked' }
  /** `done` settles, never rejects, when it is no longer at work. */
  | { readonly state: 'working'; readonly told: P | undefined; readonly done: Promise<void> }
  | { readonly state: 'done'; readonly found: T }
  | { readonly state: 'failed' };

/** Work on things that change: begun when somebody asks, and kept while it still is about the thing as it is. */
export interface KeptWork<G, T, P> {
  /** Of this thing as it is now; what was found for how it was does not count. */
  readonly of: (given: G) => Work<T, P>;
  /** Begins the work where it is not going on or done. */
  readonly begin: (given: G) => Work<T, P>;
}

export interface WorkOn<G, T, P> {
  /** What the thing is called: one piece of work is kept for each. */
  readonly subject: (given: G) => string;
  /** As which it is worked on: another one, and what was found no longer counts. */
  readonly version: (given: G) => string;
  readonly work: (given: G, tell: (told: P) => void) => Promise<T>;
  /** Told of what went wrong, for the log. */
  readonly failed: (error: unknown) => void;
  /** Of so many things what was found is kept; those asked for the longest ago go first. */
  readonly most?: number;
}

const NOT_ASKED = { state: 'not asked' } as const;

/** Work of one kind on many things. */
export function createKeptWork<G, T, P>({
  subject,
  version,
  work,
  failed,
  most = 20,
}: WorkOn<G, T, P>): KeptWork<G, T, P> {
  const kept = new Map<string, { readonly version: string; now: Work<T, P> }>();
  const entryOf = (given: G) => {
    const entry = kept.get(subject(given));
    return entry?.version === version(given) ? entry : undefined;
  };
  return {
    of: (given) => entryOf(given)?.now ?? NOT_ASKED,
    begin(given) {
      const before = entryOf(given)?.now;
      if (before?.state === 'working' || before?.state === 'done') return before;
      const entry: { readonly version: string; now: Work<T, P> } = {
        version: version(given),
        now: NOT_ASKED,
      };
      const run = async (): Promise<void> => {
        try {
          const found = await work(given, (told) => {
            entry.now = { state: 'working', told, done };
          });
          entry.now = { state: 'done', found };
        } catch (error) {
          entry.now = { state: 'failed' };
          failed(error);
        }
      };
      // Begun in the next turn, so that what it tells of finds `done`.
      const done = Promise.resolve().then(run);
      entry.now = { state: 'working', told: undefined, done };
      kept.delete(subject(given));
      kept.set(subject(given), entry);
      for (const oldest of kept.keys()) if (kept.size > most) kept.delete(oldest);
      return entry.now;
    },
  };
}
