import { placeName } from '../programme/programme.ts';
import { contactOf, everyoneIn, nameOf, peerOf } from '../review/facts.ts';
import { eventAccess } from './access/events.ts';
import { journey, journeyBetween } from './access/journeys.ts';
import { unmet } from './access/needs.ts';
import type { Rule } from './rule.ts';

/** What somebody has said that they need is met wherever the programme sends them (manual 897). */
export const access: Rule = {
  id: 'access',
  title: 'Access needs are met',
  group: 'places',
  manual: ['897'],
  parts: [
    {
      name: 'contacts',
      kind: 'must',
      shape: 'placed',
      looksAt: ['place'],
      asks: 'The room or site meets the access needs of the contacts.',
      test(review, held) {
        const who = everyoneIn(review, held.session).filter(
          (id) => unmet(review, held, id, contactOf(review, id)?.access ?? []).length > 0,
        );
        if (who.length === 0) return undefined;
        return {
          who,
          sessions: [held.session.id],
          say: () =>
            `${held.session.title} is at ${placeName(review, held)}, which is not said to have what ${who
              .map((id) => {
                const needs = unmet(review, held, id, contactOf(review, id)?.access ?? []);
                return `${nameOf(review, id)} needs (${needs.join(', ')})`;
              })
              .join(' and ')}.`,
        };
      },
    },
    {
      name: 'peers',
      kind: 'must',
      shape: 'placed',
      looksAt: ['place', 'peer'],
      asks: 'The room or site meets the access needs of the peers.',
      test(review, held) {
        const peer = peerOf(review, held.placement.peers[0] ?? '');
        const needs = peer ? unmet(review, held, peer.id, peer.access) : [];
        if (!peer || needs.length === 0) return undefined;
        return {
          who: [peer.id],
          sessions: [held.session.id],
          say: () =>
            `${held.session.title} is at ${placeName(review, held)}, which is not said to have what ${peer.name} needs (${needs.join(', ')}).`,
        };
      },
    },
    journey,
    journeyBetween,
    eventAccess,
  ],
};
