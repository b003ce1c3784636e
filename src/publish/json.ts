import type { Programme } from '../programme/programme.ts';
import type { ReviewFile } from '../review/file.ts';
import type { Review } from '../review/review.ts';
import { programmeFile } from './file/programme.ts';
import { reviewFile } from './file/review.ts';
import { pretty } from './pretty.ts';

/** The review as a file: pretty, its keys in one order, the same bytes for the same review. Reads back equal. */
export const reviewToJson = (review: Review): string => pretty(reviewFile(review));

/** A programme of the review as a file: pretty, its keys in one order, the same bytes for the same. Reads back equal. */
export const programmeToJson = (review: Review, programme: Programme): string =>
  pretty(programmeFile(review, programme));

/** What is being entered, as a file: pretty, its fields as they stand. */
export const entryToJson = (entry: ReviewFile): string => pretty(entry);
