import { timeOf } from '../programme/placement.ts';
import { everyoneIn, namesOf, peerOf } from '../review/facts.ts';
import { spanName } from '../time/words.ts';
import type { Breach, Rule } from './rule.ts';

/**
 * A peer does not interview someone with whom they have a declared relationship; one with the council itself was
 * accepted by it (manual 192).
 */
export const independence: Rule = {
  id: 'independence',
  title: 'Peers are independent of those they see',
  group: 'people',
  manual: ['192'],
  parts: [
    {
      name: 'rule',
      kind: 'must',
      shape: 'placed',
      looksAt: ['peer'],
      asks: 'No peer takes a session with somebody with whom they have a declared relationship.',
      test(review, { session, placement }) {
        for (const id of placement.peers) {
          const peer = peerOf(review, id);
          if (!peer || peer.knows.length === 0) continue;
          const known = everyoneIn(review, session).filter((contact) => peer.knows.includes(contact));
          if (known.length === 0) continue;
          return {
            who: [id, ...known],
            sessions: [session.id],
            when: timeOf(placement),
            say: () =>
              `${peer.name} has a declared relationship with ${namesOf(review, known)}, and takes ${session.title} on ${spanName(review.week, timeOf(placement))}: give it to somebody else.`,
          };
        }
        return undefined;
      },
    },
    {
      name: 'accepted',
      kind: 'check',
      shape: 'data',
      asks: 'A peer’s declared relationship with the council was accepted by it.',
      test: (review) =>
        review.peers.flatMap((peer): Breach[] => {
          const { relationship } = peer;
          if (!relationship || relationship.acceptedBy) return [];
          return [
            {
              who: [peer.id],
              say: () =>
                `${peer.name} has declared a relationship with the council (${relationship.what}): record who at the council accepted it, or change the team.`,
            },
          ];
        }),
    },
  ],
};
