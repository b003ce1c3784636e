import type { ListedReview } from '../../../src/actions/list-reviews.ts';
import { dayAndYear } from '../../../src/time/words.ts';
import { addresses } from '../../addresses.ts';
import { tagOf, waitsForWords } from '../../standing-words.ts';

/** Which reviews are there, and what does each wait for? */
export const reviewsView = (listed: readonly ListedReview[]) => ({
  reviews: listed.map(({ line, standing }) => ({
    council: line.council,
    href: addresses.review(line.id),
    // A day's name is the same in every zone: the date is all that is asked of it.
    week: `Week of ${dayAndYear({ firstDay: line.firstDay, zone: 'Europe/London' }, 1)}`,
    state: tagOf(standing),
    waitsFor: waitsForWords(standing),
  })),
});
