import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readProgramme } from '../../src/intake/index.ts';
import type { Programme } from '../../src/programme/programme.ts';
import type { Review } from '../../src/review/review.ts';
import { reviewFixture } from './fixtures.ts';

/** A week that was built (seed 1, quickly) and could be approved as it is: the small council’s, from Monday 15 June 2026. */
export function builtWeek(): { readonly review: Review; readonly programme: Programme } {
  const review = reviewFixture('small-council');
  const text = readFileSync(join(import.meta.dirname, 'small-council.programme.json'), 'utf8');
  const reading = readProgramme(text, review);
  if (!reading.ok) throw new Error('The programme of the small council can’t be read');
  return { review, programme: reading.value };
}
