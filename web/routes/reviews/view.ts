import { roleWords } from '../../../src/accounts/roles.ts';
import type { ListedReview } from '../../../src/actions/list-reviews.ts';
import type { Invitation } from '../../../src/store/accounts-port.ts';
import { dayAndYear } from '../../../src/time/words.ts';
import { addresses } from '../../addresses.ts';
import { tagOf, waitsForWords } from '../../standing-words.ts';

/** Which reviews are there, and what does each wait for? */
export const reviewsView = (
  listed: readonly ListedReview[],
  invited: readonly { readonly invitation: Invitation; readonly council: string }[],
) => ({
  join: addresses.join,
  newReview: addresses.newReview,
  readBack: addresses.readBack,
  sample: addresses.sample,
  invited: invited.map(({ invitation: { id, by, role }, council }) => ({
    id,
    by,
    council,
    role: `${role === 'organiser' ? 'an' : 'a'} ${roleWords[role]}`,
  })),
  reviews: listed.map(({ line, standing }) => ({
    council: line.council,
    href: addresses.review(line.id),
    // A day's name is the same in every zone: the date is all that is asked of it.
    week: `Week of ${dayAndYear({ firstDay: line.firstDay, zone: 'Europe/London' }, 1)}`,
    state: tagOf(standing),
    waitsFor: waitsForWords(standing),
  })),
});
