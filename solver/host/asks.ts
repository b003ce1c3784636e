import type { Review } from '../../src/review/review.ts';
import { bundle } from './in-workers.ts';
import { Pool } from './pool.ts';
import { type Answered, type Asked, type Work, works } from './works.ts';

/** What a person waits for at a page: answered in tenths of a second. */
type Short = Extract<Work, 'places' | 'seats' | 'seat' | 'swap'>;

// One thread for the whole process, made when it is first wanted. What it has laid open is there for the next question,
// and it does not give way: whoever asks is looking at a page.
let pool: Pool | undefined;

/**
 * Has a question about a programme answered in a thread of its own, so that everybody else's pages don't wait for it;
 * here, where the bundle of that thread has not been made (a test run from the source).
 */
export async function ask<W extends Short>(work: W, review: Review, asked: Asked<W>): Promise<Answered<W>> {
  const file = bundle();
  if (!pool && file) pool = new Pool(file, 1, { givesWay: false });
  // Nobody says stop to these, so each is answered.
  if (pool) return (await pool.ask(work, review, () => asked)) as Answered<W>;
  return (works[work] as (review: Review, asked: Asked<W>) => Answered<W>)(review, asked);
}
