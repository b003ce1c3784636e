/*
 * How much of a zip with a whole review is read. A review that was worked on for months, with every version of it, fits
 * many times over.
 */

/** Bytes of the file. */
export const MOST_WHOLE_BYTES = 40_000_000;
/** Bytes of everything in it once it is unzipped, and how many files. */
export const MOST_WHOLE_UNZIPPED = 400_000_000;
export const MOST_WHOLE_PARTS = 30_000;
