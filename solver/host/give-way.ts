import { readlinkSync } from 'node:fs';
import { getPriority, setPriority } from 'node:os';

/** By so much, in steps of `nice`: about a tenth of the turns of one that asks for a core at the same moment. */
const BY = 10;
const LOWEST = 19;

/**
 * Lets the calling thread give way to the others of its process where cores are few: a search that takes a little
 * longer is noticed by nobody, a page is. On Linux each thread has a priority of its own, under its number in `/proc`;
 * elsewhere threads stay equals.
 */
export function giveWay(): void {
  try {
    const thread = Number(readlinkSync('/proc/thread-self').split('/').at(-1));
    setPriority(thread, Math.min(getPriority(thread) + BY, LOWEST));
  } catch {
    // No such place here, or not allowed: nothing depends on it.
  }
}
