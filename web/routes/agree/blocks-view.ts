import type { OpenReview } from '../../../src/actions/open-review.ts';
import type { Finding } from '../../../src/check/finding.ts';
import type { Block } from '../../../src/release/blocks.ts';
import { contactOf, nameOf } from '../../../src/review/facts.ts';
import { addresses } from '../../addresses.ts';

interface Mend {
  readonly href: string;
  readonly text: string;
}

/** Where what a check asks to be settled is settled. */
function settledAt(review: OpenReview['review'], { rule, sessions, who }: Finding): Mend {
  const [session] = sessions;
  const person = who.find((id) => contactOf(review, id));
  if (rule === 'people-to-see') return { href: addresses.list(review.id), text: 'Plan it, or say why not' };
  if (rule === 'named' && person !== undefined)
    return { href: addresses.person(review.id, person), text: 'Complete it' };
  if (session !== undefined)
    return { href: addresses.entered(review.id, 'sessions', session), text: 'Change the session' };
  return { href: addresses.findings(review.id), text: 'See the findings' };
}

function brokenAt(review: OpenReview['review'], finding: Finding): readonly Mend[] {
  const [session] = finding.sessions;
  return [
    session === undefined
      ? { href: addresses.findings(review.id), text: 'See the findings' }
      : { href: addresses.session(review.id, session), text: 'See where else it could go' },
    ...(finding.waivable ? [{ href: '#exceptions', text: 'Grant an exception' }] : []),
  ];
}

/** What stands in the way of approving, as a sentence, and the pages on which it is put right. */
export function blockView({ review }: OpenReview, block: Block) {
  switch (block.is) {
    case 'nothing built':
      return {
        says: 'There is no programme yet.',
        mends: [{ href: addresses.ready(review.id), text: 'Build it' }],
      };
    case 'behind':
      return {
        says: 'What is entered has been changed since the programme was built.',
        mends: [{ href: addresses.ready(review.id), text: 'Build it again' }],
      };
    case 'left out':
      return {
        says: `${nameOf(review, block.session)} has no place, and must be held.`,
        mends: [{ href: addresses.session(review.id, block.session), text: 'Find it a place' }],
      };
    case 'broken':
      return { says: block.finding.sentence, mends: brokenAt(review, block.finding) };
    case 'unsettled':
      return { says: block.finding.sentence, mends: [settledAt(review, block.finding)] };
  }
}
