import type { Held } from '../../programme/placement.ts';
import { baseSite, everyoneIn, nameOf, namesOf, siteOfEvent, travelMinutes } from '../../review/facts.ts';
import type { Review } from '../../review/review.ts';
import { dayOf } from '../../time/span.ts';
import { clock, minutes, weekday } from '../../time/words.ts';
import type { Breach, PairedPart } from '../rule.ts';
import { LUNCH } from '../week/lunch.ts';
import { isFor, siteOfHeld, tooShortBetween } from './gaps.ts';

/** Nobody travels within a site. */
const bySite = (review: Review, held: Held): string => siteOfHeld(review, held) ?? '';

const bothPeers = (a: Held, b: Held): readonly string[] =>
  a.placement.peers.filter((id) => b.placement.peers.includes(id));

function tooFar(review: Review, a: Held, b: Held, shared: () => readonly string[]): Breach | undefined {
  const short = tooShortBetween(review, a, b);
  const who = short ? shared() : [];
  if (!short || who.length === 0) return undefined;
  const place = (h: Held) => nameOf(review, siteOfHeld(review, h) ?? '');
  return {
    who,
    sessions: [a.session.id, b.session.id],
    when: { from: a.placement.end, to: b.placement.start },
    say: () =>
      `On ${weekday(review.week, dayOf(b.placement.start))} ${namesOf(review, who)} ${who.length === 1 ? 'has' : 'have'} ${minutes(short.gap)} from ${a.session.title} at ${place(a)}, which ends at ${clock(a.placement.end)}, to ${b.session.title} at ${place(b)}: the way takes ${short.needed}.`,
  };
}

/** One peer's session and the next. */
export const peersBetween: PairedPart = {
  name: 'peers',
  kind: 'must',
  shape: 'paired',
  looksAt: ['time', 'place', 'peer'],
  among: 'person-day',
  clearOf: bySite,
  asks: 'Between two sessions of a peer at different sites there is the travel time; crossover covers walking within a site only.',
  test: (review, a, b) => tooFar(review, a, b, () => bothPeers(a, b)),
};

/** One contact's session and the next. */
export const contactsBetween: PairedPart = {
  name: 'contacts',
  kind: 'must',
  shape: 'paired',
  looksAt: ['time', 'place'],
  among: 'person-day',
  clearOf: bySite,
  asks: 'Between two sessions of a contact at different sites there is the travel time.',
  test: (review, a, b) =>
    tooFar(review, a, b, () => {
      const others = everyoneIn(review, b.session);
      return everyoneIn(review, a.session).filter((id) => others.includes(id));
    }),
};

/** A lunch lends its spare minutes to the way there and the way back together, not to each of them. */
export const lunchBetween: PairedPart = {
  name: 'lunch',
  kind: 'must',
  shape: 'paired',
  looksAt: ['time', 'place', 'peer'],
  among: 'person-day',
  // Two at one site off the base still travel to lunch and back: only those at the base are clear of each other.
  clearOf: (review, held) =>
    siteOfHeld(review, held) === baseSite(review) ? 'base' : `away ${held.session.id}`,
  asks: 'A peer who travels to lunch and from it still has 45 minutes of it.',
  test(review, a, b) {
    const gap = b.placement.start - a.placement.end;
    for (const lunch of review.frame.events) {
      if (lunch.kind !== 'lunch' || lunch.from < a.placement.end || lunch.to > b.placement.start) continue;
      const at = siteOfEvent(review, lunch);
      const way =
        travelMinutes(review, siteOfHeld(review, a), at) + travelMinutes(review, at, siteOfHeld(review, b));
      const least = Math.min(LUNCH, lunch.to - lunch.from);
      if (way === 0 || gap >= way + least) continue;
      const who = bothPeers(a, b).filter((id) => isFor(lunch, id));
      if (who.length === 0) continue;
      return {
        who,
        sessions: [a.session.id, b.session.id],
        when: { from: a.placement.end, to: b.placement.start },
        say: () =>
          `On ${weekday(review.week, dayOf(b.placement.start))} the ways from ${a.session.title} to ${lunch.title} and on to ${b.session.title} take ${namesOf(review, who)} ${minutes(way)} of the ${gap} between, which leaves ${minutes(Math.max(0, gap - way))} for lunch: it should be ${least}.`,
      };
    }
    return undefined;
  },
};
