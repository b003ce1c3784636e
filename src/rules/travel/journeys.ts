import type { Held } from '../../programme/placement.ts';
import { baseSite, siteOfEvent, travelMinutes } from '../../review/facts.ts';
import type { Peer } from '../../review/people.ts';
import { perReview } from '../../review/per-review.ts';
import type { Review } from '../../review/review.ts';
import { dayOf, type Minute } from '../../time/span.ts';
import { minutes, weekday } from '../../time/words.ts';
import type { Call, WholePart } from '../rule.ts';
import { isFor, isForAll, siteOfHeld } from './gaps.ts';

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

/** The site of a session out of base, unless a fixed event is there too: who is there for that makes no journey. */
function siteCalled(review: Review, held: Held): string | undefined {
  const site = siteOfHeld(review, held);
  if (site === undefined || held.session.kind === 'site-visit' || noJourney(review).has(site))
    return undefined;
  return site;
}

/** The base, and where the fixed events are. */
const noJourney = perReview(
  (review): ReadonlySet<string | undefined> =>
    new Set([baseSite(review), ...review.frame.events.map((e) => siteOfEvent(review, e))]),
);

/** When the whole team is at the base, by day: between two such moments each peer sets out from there and comes back. */
const gatherings = perReview((review): ReadonlyMap<number, readonly Minute[]> => {
  const out = new Map<number, Minute[]>();
  for (const event of review.frame.events)
    if (event.kind !== 'break' && isForAll(event) && siteOfEvent(review, event) === baseSite(review))
      out.set(event.day, [...(out.get(event.day) ?? []), event.from]);
  return out;
});

/** Where a session calls its peers; a leg is what lies between two moments when all are at the base. */
function callOf(review: Review, held: Held): Call | undefined {
  const key = siteCalled(review, held);
  if (key === undefined || baseSite(review) === undefined) return undefined;
  const { start } = held.placement;
  const day = dayOf(start);
  const before = (gatherings(review).get(day) ?? []).filter((from) => from < start);
  return { key, leg: `${day} ${before.length}` };
}

/**
 * The least minutes from each site to each other, over whichever sites: what is between two may break a way into
 * shorter ones. The sites where nobody makes a journey to are one, the base.
 */
const ways = perReview((review): ReadonlyMap<string, ReadonlyMap<string, Minute>> => {
  const base = baseSite(review) ?? '';
  const still = noJourney(review);
  const sites = review.sites.map((s) => s.id);
  const name = (site: string): string => (still.has(site) ? base : site);
  const out = new Map(
    sites.map((s) => [name(s), new Map(sites.map((t) => [name(t), Number.POSITIVE_INFINITY]))]),
  );
  for (const s of sites)
    for (const t of sites) {
      const own = out.get(name(s))!;
      own.set(name(t), Math.min(own.get(name(t))!, name(s) === name(t) ? 0 : travelMinutes(review, s, t)));
    }
  for (const via of out.keys())
    for (const [from, own] of out)
      for (const to of own.keys())
        own.set(to, Math.min(own.get(to)!, out.get(from)!.get(via)! + out.get(via)!.get(to)!));
  return out;
});

/** The minutes of the shortest round from the base through these sites, in the best order. */
function shortestRound(review: Review, sites: readonly string[]): Minute {
  const base = baseSite(review) ?? '';
  const way = (from: string, to: string): Minute => ways(review).get(from)?.get(to) ?? 0;
  const onward = (from: string, left: readonly string[]): Minute =>
    left.length === 0
      ? way(from, base)
      : Math.min(
          ...left.map(
            (to) =>
              way(from, to) +
              onward(
                to,
                left.filter((s) => s !== to),
              ),
          ),
        );
  return onward(base, sites);
}

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
  calls: { of: callOf, least: (_review, sites) => (sites.length === 0 ? 0 : sites.length + 1) },
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
  calls: { of: callOf, least: (review, sites) => shortestRound(review, sites) / 15 },
  test: aboutJourneys(
    (made) => made.minutes / 15,
    (made, peer, day) =>
      `${peer} spends ${minutes(made.minutes)} on journeys beyond the visits’ own on ${day}.`,
  ),
};
