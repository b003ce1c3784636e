import { afterMinutes } from './lifetimes.ts';

/** Minutes to wait after a message could not be sent, by how often it was tried; the last for all that follow. */
const waits = [1, 2, 4, 8, 15, 30, 60] as const;

/** After so many tries (a day and a bit) a message is left for a person to look at. */
const MOST_TRIES = 30;

/** When to try again after `tries` failures; undefined: not by itself. */
export const nextTry = (tries: number, now: Date): string | undefined =>
  tries >= MOST_TRIES ? undefined : afterMinutes(now, waits[Math.min(tries, waits.length) - 1] ?? waits[0]);
