import type { Access } from '../store/access-port.ts';
import type { Store } from '../store/ports.ts';

/** Keeps a record of who read and changed what. */
export interface Recorder {
  readonly note: (access: Access) => void;
  /** Writes what it was told of and was not written yet. */
  readonly close: () => Promise<void>;
}

/** So long it gathers, in milliseconds, so that pages need not wait for the disk. */
const GATHERS = 1_000;

/**
 * A recorder that gathers for a moment and writes at once what came in it. What can't be written is told to `failed`
 * and not tried again: that nobody can read is worse than that a reading is not on record. (What is changed stands in
 * the history whatever happens here.)
 */
export function recordAccesses(
  { store, now }: { readonly store: Pick<Store, 'accesses'>; readonly now: () => Date },
  failed: (error: unknown) => void,
): Recorder {
  let gathered: (Access & { readonly at: Date })[] = [];
  let timer: NodeJS.Timeout | undefined;
  let writing: Promise<void> = Promise.resolve();
  const write = (): Promise<void> => {
    clearTimeout(timer);
    timer = undefined;
    const some = gathered;
    gathered = [];
    writing = writing.then(() => store.accesses.note(some)).catch(failed);
    return writing;
  };
  return {
    note(access) {
      gathered.push({ ...access, at: now() });
      timer ??= setTimeout(write, GATHERS).unref();
    },
    close: write,
  };
}
