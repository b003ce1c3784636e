/**
 * The word to stop, heard so many milliseconds after it is said: for what is soon done, and worth having. The clock only
 * cuts short what somebody wants cut short.
 */
export function patient(stopped: () => boolean, milliseconds: number): () => boolean {
  let said: number | undefined;
  return () => {
    if (said === undefined && !stopped()) return false;
    said ??= performance.now();
    return performance.now() - said >= milliseconds;
  };
}
