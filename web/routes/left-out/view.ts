import type { OpenReview } from '../../../src/actions/open-review.ts';
import { peopleIn, whoWords } from '../../../src/publish/who.ts';
import { sessionWords } from '../../../src/publish/words.ts';
import { nameOf, sessionOf, sessionsToPlace } from '../../../src/review/facts.ts';
import type { Review } from '../../../src/review/review.ts';
import { roleOf } from '../../../src/review/roles.ts';
import type { Priority } from '../../../src/review/session.ts';
import { minutes } from '../../../src/time/words.ts';
import { counted } from '../../standing-words.ts';

const priorityTags: Readonly<Record<Priority, { readonly text: string; readonly classes: string }>> = {
  must: { text: 'Must be held', classes: 'govuk-tag--red' },
  should: { text: 'Should be held', classes: 'govuk-tag--yellow' },
  could: { text: 'Could be held', classes: 'govuk-tag--grey' },
};

const rank: Readonly<Record<Priority, number>> = { must: 0, should: 1, could: 2 };

function sessionView(review: Review, id: string, because: readonly string[]) {
  const session = sessionOf(review, id);
  return {
    title: nameOf(review, id),
    tag: priorityTags[session?.priority ?? 'must'],
    what: session ? `${sessionWords[session.kind]}, ${minutes(session.minutes)}` : '',
    who: session ? whoWords(session, peopleIn(review, session)) : '',
    because,
    rank: rank[session?.priority ?? 'must'],
  };
}

/** What was left out and why, and what would mend it. */
export function leftOutView({ review, draft, lost }: OpenReview) {
  const all = sessionsToPlace(review).length;
  return {
    isBuilt: draft !== undefined,
    lost: lost.length > 0,
    placed: draft ? `${draft.programme.placements.length} of ${counted(all, 'session')}` : '',
    sessions: (draft?.programme.unplaced ?? [])
      .map((u) => sessionView(review, u.session, u.because))
      .sort((a, b) => a.rank - b.rank),
    conflicts: (draft?.answer?.conflicts ?? []).map(({ sentence, sessions, mends }) => ({
      sentence,
      sessions: sessions.map((id) => nameOf(review, id)),
      mends,
    })),
    declined: review.declined.map((d) => ({
      role: roleOf(d.role).label,
      because: d.because,
      accepted: d.acceptedBy === undefined ? 'Not accepted yet' : `Accepted by ${d.acceptedBy}`,
    })),
  };
}
