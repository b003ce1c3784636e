import { troubleOf } from './trouble.ts';

/**
 * Notes something by the way: when somebody was last seen, when a calendar last asked. Where the database can take
 * nothing at this moment (a full disk, another program's lock) that goes without: whoever came wants to read a page, or
 * to be told that what they typed could not be saved, and did not ask for it.
 */
export async function inPassing(write: Promise<unknown>): Promise<void> {
  try {
    await write;
  } catch (error) {
    if (troubleOf(error) === undefined) throw error;
  }
}
