/** How far a piece of work in the background is. `P` is what it tells on the way, `T` what it finds. */
export type Work<T, P> =
  | { readonly state: 'not asked' }
  | {
      readonly state: 'working';
      readonly told: P | undefined;
      /** Settles, never rejects, when it is no longer at work. */
      readonly done: Promise<void>;
      /** It has not begun: as much as may goes on at once is going on. */
      readonly waits: boolean;
    }
  | { readonly state: 'done'; readonly found: T }
  | { readonly state: 'failed' };

/** Work on things that change: begun when somebody asks, and kept while it still is about the thing as it is. */
export interface KeptWork<G, T, P> {
  /** Of this thing as it is now; what was found for how it was does not count. */
  readonly of: (given: G) => Work<T, P>;
  /** What was found last of this thing, perhaps as it was before; undefined where nothing was yet. */
  readonly last: (given: G) => T | undefined;
  /** Begins the work where it is not going on or done. What waits its turn gives it to a later version of the same thing. */
  readonly begin: (given: G) => Work<T, P>;
  /** Stops all that is going on, and begins nothing any more. */
  readonly close: () => void;
}

export interface WorkOn<G, T, P> {
  /** What the thing is called: one piece of work is kept for each. */
  readonly subject: (given: G) => string;
  /** As which it is worked on: another one, and what was found no longer counts. */
  readonly version: (given: G) => string;
  /** `signal`: nobody waits for it any more. */
  readonly work: (given: G, tell: (told: P) => void, signal: AbortSignal) => Promise<T>;
  /** Told of what went wrong, for the log. */
  readonly failed: (error: unknown) => void;
  /** Of so many things what was found is kept; those asked for the longest ago go first. */
  readonly most?: number;
  /** So many go on at once, the others wait their turn. Not given: all. */
  readonly atOnce?: number;
}

interface Kept<T, P> {
  readonly version: string;
  /** When it is this one's turn; one that is handed on to a later version never has it. */
  readonly turn: Promise<void>;
  begun: boolean;
  handedOn: boolean;
  now: Work<T, P>;
}

const NOT_ASKED = { state: 'not asked' } as const;

/** Work of one kind on many things. */
export function createKeptWork<G, T, P>({
  subject,
  version,
  work,
  failed,
  most = 20,
  atOnce = Number.POSITIVE_INFINITY,
}: WorkOn<G, T, P>): KeptWork<G, T, P> {
  const kept = new Map<string, Kept<T, P>>();
  const last = new Map<string, T>();
  const turns = createTurns(atOnce);
  const closing = new AbortController();
  const entryOf = (given: G) => {
    const entry = kept.get(subject(given));
    return entry?.version === version(given) ? entry : undefined;
  };

  const run = async (given: G, entry: Kept<T, P>, at: (told?: P) => Work<T, P>): Promise<void> => {
    await entry.turn;
    if (entry.handedOn) return;
    entry.begun = true;
    try {
      if (closing.signal.aborted) return;
      entry.now = at();
      const found = await work(given, (told) => (entry.now = at(told)), closing.signal);
      entry.now = { state: 'done', found };
      keep(last, subject(given), found, most);
    } catch (error) {
      entry.now = { state: 'failed' };
      // Work that was told to stop may break off as it likes.
      if (!closing.signal.aborted) failed(error);
    } finally {
      turns.over();
    }
  };

  /** The turn that an earlier version waits for, or one of its own. */
  const turnFor = (before: Kept<T, P> | undefined): Promise<void> => {
    if (!before || before.begun) return turns.mine();
    before.handedOn = true;
    return before.turn;
  };

  return {
    of: (given) => entryOf(given)?.now ?? NOT_ASKED,
    last: (given) => last.get(subject(given)),
    begin(given) {
      const same = entryOf(given)?.now;
      if (same?.state === 'working' || same?.state === 'done') return same;
      const waits = turns.full();
      const turn = turnFor(kept.get(subject(given)));
      const entry: Kept<T, P> = {
        version: version(given),
        turn,
        begun: false,
        handedOn: false,
        now: NOT_ASKED,
      };
      // Begun in the next turn, so that what it tells of finds `done`.
      const done: Promise<void> = Promise.resolve().then(() =>
        run(given, entry, (told) => ({ state: 'working', told, done, waits: false })),
      );
      entry.now = { state: 'working', told: undefined, done, waits };
      keep(kept, subject(given), entry, most);
      return entry.now;
    },
    close: () => closing.abort(),
  };
}

/** Puts it last, and lets those before it go that are too many. */
function keep<T>(all: Map<string, T>, name: string, one: T, most: number): void {
  all.delete(name);
  all.set(name, one);
  for (const oldest of all.keys()) if (all.size > most) all.delete(oldest);
}

/** Turns of which so many are had at once; who came first has the next one. */
function createTurns(atOnce: number) {
  const queue: (() => void)[] = [];
  let had = 0;
  return {
    /** Whether all are had, so that the next must wait. */
    full: (): boolean => had >= atOnce,
    mine(): Promise<void> {
      if (had >= atOnce) return new Promise((resolve) => queue.push(resolve));
      had++;
      return Promise.resolve();
    },
    over(): void {
      const next = queue.shift();
      if (next) next();
      else had--;
    },
  };
}
