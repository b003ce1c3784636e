import { timeOf } from '../../programme/placement.ts';
import { baseSite, nameOf, travelMinutes } from '../../review/facts.ts';
import { minutes, spanName } from '../../time/words.ts';
import type { PlacedPart } from '../rule.ts';
import { siteOfHeld } from './gaps.ts';

/**
 * The peers are away for all of their session; a visit sets out from the base and comes back to it within that time.
 * Hand-made programmes may say otherwise, and everything about peers is asked of their time away.
 */
export const visitAway: PlacedPart = {
  name: 'rule',
  kind: 'must',
  shape: 'placed',
  looksAt: ['time', 'place'],
  asks: 'The time that a session takes the peers away holds the session, and for a visit the journey out from the base site and back.',
  test(review, held) {
    const { session, placement } = held;
    const [out, back] = [placement.start - placement.away.from, placement.away.to - placement.end];
    const site = siteOfHeld(review, held);
    const needed = session.kind === 'site-visit' ? travelMinutes(review, baseSite(review), site) : 0;
    if (out >= needed && back >= needed) return undefined;
    return {
      sessions: [session.id],
      when: placement.away,
      ...(site !== undefined && { where: site }),
      say: () =>
        needed === 0
          ? `${session.title} is on ${spanName(review.week, timeOf(placement))}, and its peers’ time, ${spanName(review.week, placement.away)}, does not hold it.`
          : `${session.title} on ${spanName(review.week, timeOf(placement))} leaves ${minutes(Math.max(0, out))} to get to ${nameOf(review, site ?? '')} and ${Math.max(0, back)} to get back: the way takes ${needed}.`,
    };
  },
};
