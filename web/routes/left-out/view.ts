import type { OpenReview } from '../../../src/actions/open-review.ts';
import type { Conflict } from '../../../src/programme/outcome.ts';
import type { Unplaced } from '../../../src/programme/programme.ts';
import { peopleIn, whoWords } from '../../../src/publish/who.ts';
import { counted, sessionWords } from '../../../src/publish/words.ts';
import { nameOf, sessionOf, sessionsToPlace } from '../../../src/review/facts.ts';
import type { Review } from '../../../src/review/review.ts';
import { roleOf } from '../../../src/review/roles.ts';
import type { Priority } from '../../../src/review/session.ts';
import { minutes } from '../../../src/time/words.ts';

const priorityTags: Readonly<Record<Priority, { readonly text: string; readonly classes: string }>> = {
  must: { text: 'Must be held', classes: 'govuk-tag--red' },
  should: { text: 'Should be held', classes: 'govuk-tag--yellow' },
  could: { text: 'Could be held', classes: 'govuk-tag--grey' },
};

const rank: Readonly<Record<Priority, number>> = { must: 0, should: 1, could: 2 };

function sessionView(review: Review, { session: id, because }: Unplaced, conflicts: readonly Conflict[]) {
  const session = sessionOf(review, id);
  const own = conflicts.filter((c) => isAbout(c, id));
  return {
    title: nameOf(review, id),
    tag: priorityTags[session?.priority ?? 'must'],
    what: session ? `${sessionWords[session.kind]}, ${minutes(session.minutes)}` : '',
    who: session ? whoWords(session, peopleIn(review, session)) : '',
    // Where it is known what it comes from, that says it better than what refused most of its times.
    because: own.some((c) => c.because !== undefined) ? own.flatMap(reasonsOf) : because,
    mends: own.flatMap((c) => c.mends),
    rank: rank[session?.priority ?? 'must'],
  };
}

/** A conflict's sentence, and of what it comes from that which the sentence has not said. */
const reasonsOf = (conflict: Conflict): readonly string[] => [conflict.sentence, ...factsOf(conflict)];

const factsOf = ({ sentence, because = [], unsure = [] }: Conflict): readonly string[] => [
  ...because.filter((fact) => !sentence.toLowerCase().includes(fact.slice(0, -1).toLowerCase())),
  ...unsure,
];

/** A conflict of one session alone is told with that session. */
const isAbout = ({ sessions }: Conflict, id: string): boolean => sessions.length === 1 && sessions[0] === id;

/** What was left out and why, and what would mend it. */
export function leftOutView({ review, draft, lost }: OpenReview) {
  const all = sessionsToPlace(review).length;
  const conflicts = draft?.answer?.conflicts ?? [];
  const unplaced = draft?.programme.unplaced ?? [];
  return {
    isBuilt: draft !== undefined,
    lost: lost.length > 0,
    placed: draft ? `${draft.programme.placements.length} of ${counted(all, 'session')}` : '',
    allPlaced: all === 1 ? 'the one session has a place' : `all ${all} sessions have a place`,
    sessions: unplaced.map((u) => sessionView(review, u, conflicts)).sort((a, b) => a.rank - b.rank),
    conflicts: conflicts
      .filter((c) => !unplaced.some((u) => isAbout(c, u.session)))
      .map((conflict) => ({ ...conflict, facts: factsOf(conflict) }))
      .map(({ sentence, sessions, mends, facts }) => ({
        sentence,
        facts,
        // Those that the sentence has named already are not named again.
        sessions: sessions.map((id) => nameOf(review, id)).filter((name) => !sentence.includes(name)),
        mends,
      })),
    declined: review.declined.map((d) => ({
      role: roleOf(d.role).label,
      because: d.because,
      accepted: d.acceptedBy === undefined ? 'Not accepted yet' : `Accepted by ${d.acceptedBy}`,
    })),
  };
}
