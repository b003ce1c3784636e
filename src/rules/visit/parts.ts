import { partsOf, sessionsToPlace } from '../../review/facts.ts';
import type { Review } from '../../review/review.ts';
import type { Session, VisitKind } from '../../review/session.ts';
import type { Part } from '../rule.ts';

/** Whether a session is a visit of this kind, or has one held in the course of it. */
const isVisitTo = (review: Review, session: Session, visit: VisitKind): boolean =>
  partsOf(review, session).some((s) => s.visit === visit);

/** The parts of a rule that wants one visit in every programme. `where` is its name inside a sentence. */
export const visitParts = (visit: VisitKind, where: string): readonly Part[] => [
  {
    name: 'rule',
    kind: 'must',
    shape: 'whole',
    over: 'week',
    mendedBy: 'more',
    asks: `A visit to ${where} is in the programme.`,
    test(review, { held }) {
      if (held.some((h) => isVisitTo(review, h.session, visit))) return [];
      const meant = sessionsToPlace(review).filter((s) => isVisitTo(review, s, visit));
      return [
        {
          sessions: meant.map((s) => s.id),
          say: () =>
            meant.length === 0
              ? `There is no visit to ${where} in the programme, and no session of the review is one: add it.`
              : `There is no visit to ${where} in the programme: ${meant.map((s) => s.title).join(' or ')} has no place in it.`,
        },
      ];
    },
  },
  {
    name: 'review',
    kind: 'check',
    shape: 'data',
    asks: `One of the review’s sessions is a visit to ${where}, and must be placed.`,
    test(review) {
      const meant = sessionsToPlace(review).filter((s) => isVisitTo(review, s, visit));
      if (meant.some((s) => s.priority === 'must')) return [];
      const [first] = meant;
      return [
        {
          sessions: meant.map((s) => s.id),
          say: () =>
            first
              ? `${first.title} is only a “${first.priority}”: every programme has a visit to ${where}, so make it a “must”.`
              : `No session is a visit to ${where}: every programme has one, so add it.`,
        },
      ];
    },
  },
];
