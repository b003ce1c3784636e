import { awayFor } from '../../src/programme/away.ts';
import type { Held } from '../../src/programme/placement.ts';
import type { Place } from '../../src/review/places.ts';
import type { Review } from '../../src/review/review.ts';
import type { Session } from '../../src/review/session.ts';
import type { PlacedPart } from '../../src/rules/rule.ts';
import type { Minute } from '../../src/time/span.ts';
import type { Price } from './model.ts';
import { breaks, type Priced } from './parts.ts';
import type { Refusal, Refusals } from './refusals.ts';

export const nothing = (): Price => ({ singles: 0, beyond: 0, points: 0 });

/** The placement of a session at a time and place, with some of the peers: what predicates are tried on. */
export function trial(
  review: Review,
  session: Session,
  start: Minute,
  place: Place,
  peers: readonly string[],
): Held {
  const time = { from: start, to: start + session.minutes };
  return {
    session,
    placement: {
      session: session.id,
      start: time.from,
      end: time.to,
      away: awayFor(review, session, place, time),
      stream: 'A',
      place,
      peers,
      told: false,
    },
  };
}

/** Adds what wants ask for this placement to a price. */
export function pay(review: Review, wants: readonly Priced<PlacedPart>[], held: Held, price: Price): void {
  for (const { part, weight } of wants) {
    const breach = part.test(review, held);
    if (!breach) continue;
    const amount = breach.amount ?? 1;
    if (part.tier === 3) price.singles += amount;
    else if (part.tier === 4) price.beyond += amount;
    else price.points += amount * weight;
  }
}

/** Whether a must refuses this placement; the first that does is noted with the refusals. */
export function isRefused(
  review: Review,
  musts: readonly Priced<PlacedPart>[],
  held: Held,
  what: Refusal['what'],
  refusals: Refusals,
): boolean {
  for (const { rule, part } of musts) {
    const breach = part.test(review, held);
    if (breaks(review, rule, part, breach)) {
      refusals.add(rule, part, what, breach, held.placement.peers);
      return true;
    }
  }
  return false;
}
