import type { Held } from '../../programme/placement.ts';
import { baseSite, siteOfEvent, travelMinutes } from '../../review/facts.ts';
import type { Peer } from '../../review/people.ts';
import { perReview } from '../../review/per-review.ts';
import type { Review } from '../../review/review.ts';
import { dayOf, type Minute } from '../../time/span.ts';
import { minutes, weekday } from '../../time/words.ts';
import type { Call, WholePart } from '../rule.ts';
import { isFor, siteOfHeld } from './gaps.ts';

interface Journeys {
  readonly count: number;
  readonly minutes: Minute;
  /** The sessions out of base that they are made for. */
  readonly sessions: readonly string[];
}

interface Stop {
  readonly from: Minute;
  readonly site: string;
  /** A session out of base: going there and leaving it is the programme's doing. */
  readonly off: boolean;
}

/** Where a peer has to be in a day, in time order. */
function stopsOf(
  review: Review,
  peer: Peer,
  day: number,
  held: readonly Held[],
  base: string,
): readonly Stop[] {
  const stops: Stop[] = [];
  for (const h of held) {
    const site = h.session.kind === 'site-visit' ? base : siteOfHeld(review, h);
    if (site !== undefined) stops.push({ from: h.placement.start, site, off: site !== base });
  }
  for (const event of review.frame.events) {
    if (event.day !== day || event.kind === 'break' || !isFor(event, peer.id)) continue;
    stops.push({ from: event.from, site: siteOfEvent(review, event) ?? base, off: false });
  }
  return stops.sort((a, b) => a.from - b.from);
}

/**
 * A peer's journeys in a day beyond the visits' own: the moves from site to site, from the base in the morning through
 * every session and fixed event in time order and back to the base. A visit sets out from the base and comes back to it
 * in its own `away`, so it stands here as at the base; a phone call is made from anywhere; a break is wherever the team
 * is. Only moves to or from a session out of base count: where a fixed event is, is not the programme's choice.
 */
function journeysOf(review: Review, peer: Peer, day: number, held: readonly Held[]): Journeys | undefined {
  const base = baseSite(review);
  if (base === undefined) return undefined;
  // Most days nobody leaves the base but for a visit: no walk to take.
  const leaves = (h: Held) => h.session.kind !== 'site-visit' && (siteOfHeld(review, h) ?? base) !== base;
  if (!held.some(leaves)) return undefined;
  let [count, total] = [0, 0];
  let last: Stop = { from: 0, site: base, off: false };
  for (const stop of [...stopsOf(review, peer, day, held, base), last]) {
    if (stop.site !== last.site && (stop.off || last.off)) {
      count++;
      total += travelMinutes(review, last.site, stop.site);
    }
    last = stop;
  }
  return count === 0
    ? undefined
    : { count, minutes: total, sessions: held.filter(leaves).map((h) => h.session.id) };
}

/** A want about the journeys of a peer's day: how many units it costs, and how to say it. */
const aboutJourneys = (
  amountOf: (made: Journeys) => number,
  say: (made: Journeys, peer: string, day: string) => string,
): WholePart['test'] => {
  return (review, { peer, day, held }) => {
    const [first] = held;
    if (!peer || !first) return [];
    const on = day ?? dayOf(first.placement.start);
    const made = journeysOf(review, peer, on, held);
    if (!made) return [];
    return [
      {
        amount: amountOf(made),
        who: [peer.id],
        sessions: made.sessions,
        when: { from: first.placement.start, to: held.at(-1)!.placement.end },
        say: () => say(made, peer.name, weekday(review.week, on)),
      },
    ];
  };
};

/** From each site the least minutes to any other. */
const nearest = perReview((review): ReadonlyMap<string, Minute> => {
  const out = new Map<string, Minute>();
  for (const { id } of review.sites) {
    const ways = review.sites.flatMap((other) =>
      other.id === id ? [] : [travelMinutes(review, id, other.id)],
    );
    out.set(id, ways.length === 0 ? 0 : Math.min(...ways));
  }
  return out;
});

/**
 * The site of a session out of base: a day with one has a journey to each such site and one more, away from the last.
 * Not where a fixed event is: who is there for that makes no journey.
 */
function siteCalled(review: Review, held: Held): string | undefined {
  const base = baseSite(review);
  const site = siteOfHeld(review, held);
  if (base === undefined || site === undefined || site === base || held.session.kind === 'site-visit')
    return undefined;
  return review.frame.events.some((e) => siteOfEvent(review, e) === site) ? undefined : site;
}

const calling =
  (units: (review: Review, site: string) => number) =>
  (review: Review, held: Held): Call | undefined => {
    const key = siteCalled(review, held);
    if (key === undefined) return undefined;
    const each = units(review, key);
    return { key, each, once: each };
  };

/** Each journey breaks into a day (manual 1460)… */
export const journeys: WholePart = {
  name: 'journeys',
  kind: 'want',
  weight: 3,
  shape: 'whole',
  over: 'peer-day',
  mendedBy: 'fewer',
  looksAt: ['time', 'place'],
  asks: 'Few journeys beyond the visits’ own.',
  calls: calling(() => 1),
  test: aboutJourneys(
    (made) => made.count,
    (made, peer, day) =>
      `${peer} makes ${made.count} ${made.count === 1 ? 'journey' : 'journeys'} beyond the visits’ own on ${day}.`,
  ),
};

/** … and long ones more so. */
export const journeyMinutes: WholePart = {
  name: 'journey-minutes',
  kind: 'want',
  weight: 1,
  per: 'every 15 minutes',
  shape: 'whole',
  over: 'peer-day',
  mendedBy: 'fewer',
  looksAt: ['time', 'place'],
  asks: 'Short journeys rather than long ones, beyond the visits’ own.',
  calls: calling((review, site) => (nearest(review).get(site) ?? 0) / 15),
  test: aboutJourneys(
    (made) => made.minutes / 15,
    (made, peer, day) =>
      `${peer} spends ${minutes(made.minutes)} on journeys beyond the visits’ own on ${day}.`,
  ),
};
