import { timeOf } from '../../programme/placement.ts';
import { baseSite, nameOf, travelMinutes } from '../../review/facts.ts';
import { minutes, spanName } from '../../time/words.ts';
import type { PlacedPart } from '../rule.ts';
import { siteOfHeld } from './gaps.ts';

/** A visit sets out from the base and comes back to it within the peers' time away. */
export const visitAway: PlacedPart = {
  name: 'rule',
  kind: 'must',
  shape: 'placed',
  looksAt: ['time', 'place'],
  asks: 'The time that a visit takes the peers away holds the journey out from the base site and back.',
  test(review, held) {
    const { session, placement } = held;
    if (session.kind !== 'site-visit') return undefined;
    const [out, back] = [placement.start - placement.away.from, placement.away.to - placement.end];
    const site = siteOfHeld(review, held);
    const needed = travelMinutes(review, baseSite(review), site);
    if (out >= needed && back >= needed) return undefined;
    return {
      sessions: [session.id],
      when: placement.away,
      ...(site !== undefined && { where: site }),
      say: () =>
        `${session.title} on ${spanName(review.week, timeOf(placement))} leaves ${minutes(Math.max(0, out))} to get to ${nameOf(review, site ?? '')} and ${Math.max(0, back)} to get back: the way takes ${needed}.`,
    };
  },
};
