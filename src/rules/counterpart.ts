import { timeOf } from '../programme/placement.ts';
import { namesOf, peerOf, rolesIn } from '../review/facts.ts';
import type { PeerRole } from '../review/people.ts';
import type { Review } from '../review/review.ts';
import { roleOf } from '../review/roles.ts';
import type { Session } from '../review/session.ts';
import { spanName } from '../time/words.ts';
import type { Rule } from './rule.ts';

/** The peer roles that naturally see the people of a session, as far as the team has somebody to interview as one. */
const counterparts = (review: Review, session: Session): readonly PeerRole[] => [
  ...new Set(
    rolesIn(review, session).flatMap((role) => {
      const counterpart = roleOf(role).counterpart;
      return counterpart && review.peers.some((p) => p.interviews && p.role === counterpart)
        ? [counterpart]
        : [];
    }),
  ),
];

/**
 * The member peer sees the politicians, the NHS peer health, the team leader the director and chief executive
 * (manual 744). Asked of interviews only: in a group people of many roles sit together.
 */
export const counterpart: Rule = {
  id: 'counterpart',
  title: 'People are interviewed by their counterpart',
  group: 'people',
  manual: ['744'],
  parts: [
    {
      name: 'rule',
      kind: 'want',
      weight: 6,
      shape: 'placed',
      looksAt: ['peers'],
      alike: (review, session) =>
        session.kind === 'interview' ? counterparts(review, session).join(' ') : '',
      asks: 'In an interview, the member peer sees the politicians, the NHS peer health, and the team leader the director and chief executive.',
      test(review, { session, placement }) {
        // A session that nobody takes is rule `pair`'s to say.
        if (session.kind !== 'interview' || placement.peers.length === 0) return undefined;
        const missing = counterparts(review, session).filter(
          (role) => !placement.peers.some((id) => peerOf(review, id)?.role === role),
        );
        if (missing.length === 0) return undefined;
        return {
          who: placement.peers,
          sessions: [session.id],
          when: timeOf(placement),
          say: () => {
            const able = review.peers
              .filter((p) => p.interviews && missing.includes(p.role))
              .map((p) => p.id);
            return `${session.title} on ${spanName(review.week, timeOf(placement))} is without the ${missing.map((role) => role.replaceAll('-', ' ')).join(' and the ')}: ${able.length === 1 ? `${namesOf(review, able)} is` : `${namesOf(review, able)} are`} the natural choice.`;
          },
        };
      },
    },
  ],
};
