import { awayFor } from '../../src/programme/away.ts';
import type { Held, Placement } from '../../src/programme/placement.ts';
import type { Programme } from '../../src/programme/programme.ts';
import { everyoneIn, sessionsToPlace } from '../../src/review/facts.ts';
import type { Place } from '../../src/review/places.ts';
import type { Review } from '../../src/review/review.ts';
import type { Lock, Session } from '../../src/review/session.ts';
import type { Aspect, PlacedPart } from '../../src/rules/rule.ts';
import { dayOf, type Minute, QUARTER } from '../../src/time/span.ts';
import {
  type Item,
  type Model,
  type PlaceChoice,
  type Price,
  type Slot,
  type Team,
  TICK,
  type Use,
} from './model.ts';
import { breaks, lookingAt, type Parts, type Priced, partsFor } from './parts.ts';
import { Refusals } from './refusals.ts';
import { Things } from './things.ts';

export interface Compiled {
  readonly model: Model;
  readonly refusals: readonly Refusals[];
}

export interface CompileOptions {
  readonly keep?: Programme;
  /** What has begun before this minute of the week stays as `keep` has it. */
  readonly from?: Minute;
}

const nothing = (): Price => ({ singles: 0, beyond: 0, points: 0 });

/** The placement of a session at a time and place, with some of the peers: what predicates are tried on. */
function trial(
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
function pay(review: Review, wants: readonly Priced<PlacedPart>[], held: Held, price: Price): void {
  for (const { part, weight } of wants) {
    const breach = part.test(review, held);
    if (!breach) continue;
    const amount = breach.amount ?? 1;
    if (part.tier === 3) price.singles += amount;
    else if (part.tier === 4) price.beyond += amount;
    else price.points += amount * weight;
  }
}

/** The first must that refuses this placement, noted with the refusals; undefined where none does. */
function refusal(
  review: Review,
  musts: readonly Priced<PlacedPart>[],
  held: Held,
  what: 'time' | 'place' | 'peer' | 'pair',
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

/** Everywhere the session's need allows, before the rules are asked. */
function placesNamed(review: Review, session: Session): readonly Place[] {
  const { place } = session;
  const out: Place[] = [];
  if (place.office) out.push({ office: true });
  if (typeof place.room === 'string') out.push({ room: place.room });
  else if (place.room) {
    for (const room of review.rooms) {
      if (place.atSite === undefined || room.site === place.atSite) out.push({ room: room.id });
    }
  }
  if (place.site !== undefined) out.push({ site: place.site });
  if (place.phone) out.push({ phone: true });
  return out;
}

/** Every quarter hour at which a session of this length could start within a window. */
function startsOf(review: Review, session: Session): readonly Minute[] {
  if (session.fixed !== undefined) return [session.fixed];
  const starts = new Set<Minute>();
  for (const window of review.frame.windows) {
    const first = Math.ceil(window.from / QUARTER) * QUARTER;
    for (let start = first; start + session.minutes <= window.to; start += QUARTER) starts.add(start);
  }
  return [...starts].sort((a, b) => a - b);
}

const usesOver = (things: readonly number[], from: Minute, to: Minute): readonly Use[] =>
  things.map((thing) => ({ thing, from: Math.floor(from / TICK), to: Math.ceil(to / TICK) }));

/** What a programme to keep, its locks and the past fix of one session. */
interface Fixed {
  readonly time: boolean;
  readonly place: boolean;
  readonly peers: boolean;
  readonly placement: Placement;
}

function fixedBy(review: Review, session: Session, options: CompileOptions): Fixed | undefined {
  const placement = options.keep?.placements.find((p) => p.session === session.id);
  if (!placement) return undefined;
  const past = options.from !== undefined && placement.start < options.from;
  const locks: readonly Lock[] = review.locks.filter((l) => l.session === session.id);
  return {
    time: past || locks.some((l) => l.time),
    place: past || locks.some((l) => l.place),
    peers: past || locks.some((l) => l.peers),
    placement,
  };
}

function allTeams(review: Review, session: Session, may: readonly number[]): readonly (readonly number[])[] {
  const count = Math.max(1, session.peers.count);
  const teams: number[][] = [];
  const grow = (from: number, team: number[]): void => {
    if (team.length > 0) teams.push(team);
    if (team.length === count) return;
    for (let i = from; i < may.length; i++) grow(i + 1, [...team, may[i]!]);
  };
  grow(0, []);
  const named = session.peers.named.map((id) => review.peers.findIndex((p) => p.id === id));
  return teams.filter((team) => named.every((n) => team.includes(n)));
}

/** Works a review out into what the engine searches: for each session its times, places and pairs, and their prices. */
export function compile(review: Review, options: CompileOptions = {}): Compiled {
  const parts = partsFor(review);
  const things = new Things(review);
  const contactIndex = new Map(review.contacts.map((c, i) => [c.id, i]));
  const refusals: Refusals[] = [];
  const items = sessionsToPlace(review).map((session, index): Item => {
    const noted = new Refusals();
    refusals.push(noted);
    return itemFor(review, session, index, parts, things, contactIndex, options, noted);
  });
  const sharedBy = (who: 'peer' | 'place') => parts.sharedMusts.filter((s) => s.part.looksAt === who);
  const anySession = items[0]?.session;
  const peerThings = review.peers.map((peer) =>
    anySession === undefined
      ? []
      : sharedBy('peer').flatMap((s) =>
          things
            .drawn(s, trial(review, anySession, 0, { phone: true }, [peer.id]))
            .map((thing) => ({ thing, away: s.part.over === 'away' })),
        ),
  );
  const placeThings = items.map((item) =>
    item.places.map(({ place }) =>
      sharedBy('place').flatMap((s) =>
        things
          .drawn(s, trial(review, item.session, 0, place, []))
          .map((thing) => ({ thing, away: s.part.over === 'away' })),
      ),
    ),
  );
  return {
    model: { review, parts, items, things: things.count, most: things.most(), peerThings, placeThings },
    refusals,
  };
}

function itemFor(
  review: Review,
  session: Session,
  index: number,
  parts: Parts,
  things: Things,
  contactIndex: ReadonlyMap<string, number>,
  options: CompileOptions,
  refusals: Refusals,
): Item {
  const musts = (...aspects: Aspect[]) => lookingAt(parts.placedMusts, ...aspects);
  const wants = (...aspects: Aspect[]) => lookingAt(parts.placedWants, ...aspects);
  const fixed = fixedBy(review, session, options);
  const everyPeer = review.peers.map((_, i) => i);

  // What the session is refused whatever its time, place and peers.
  const plain = trial(review, session, 0, { phone: true }, []);
  const never = refusal(review, musts(), plain, 'time', refusals);

  const named = fixed?.place ? [fixed.placement.place] : placesNamed(review, session);
  const places: PlaceChoice[] = [];
  for (const place of named) {
    const held = trial(review, session, 0, place, []);
    if (!fixed?.place && refusal(review, musts('place'), held, 'place', refusals)) continue;
    const price = nothing();
    pay(review, wants('place'), held, price);
    let peers = 0;
    for (const p of everyPeer) {
      const one = trial(review, session, 0, place, [review.peers[p]!.id]);
      if (fixed?.peers || !refusal(review, musts('place', 'peer'), one, 'peer', refusals)) peers |= 1 << p;
    }
    places.push({ place, price, peers });
  }

  const may = everyPeer.filter((p) => {
    if (fixed?.peers) return true;
    return !refusal(
      review,
      musts('peer'),
      trial(review, session, 0, { phone: true }, [review.peers[p]!.id]),
      'peer',
      refusals,
    );
  });
  const fixedTeam = fixed?.peers
    ? [
        fixed.placement.peers
          .map((id) => everyPeer.find((p) => review.peers[p]!.id === id) ?? -1)
          .filter((p) => p >= 0),
      ]
    : undefined;
  const teams: Team[] = [];
  for (const members of fixedTeam ?? allTeams(review, session, may)) {
    const ids = members.map((p) => review.peers[p]!.id);
    const held = trial(review, session, 0, { phone: true }, ids);
    if (!fixedTeam && refusal(review, musts('peers'), held, 'pair', refusals)) continue;
    const price = nothing();
    pay(review, wants('peers'), held, price);
    for (const id of ids) pay(review, wants('peer'), trial(review, session, 0, { phone: true }, [id]), price);
    teams.push({
      index: teams.length,
      mask: members.reduce((mask, p) => mask | (1 << p), 0),
      members,
      ids,
      price,
    });
  }
  teams.sort(
    (a, b) => a.price.singles - b.price.singles || a.price.points - b.price.points || a.mask - b.mask,
  );
  const sortedTeams = teams.map((team, i) => ({ ...team, index: i }));

  const slots: Slot[] = [];
  const starts = fixed?.time ? [fixed.placement.start] : startsOf(review, session);
  if (!never && places.length > 0 && sortedTeams.length > 0) {
    for (const start of starts) {
      refusals.tried++;
      for (const slot of slotsAt(review, session, start, places, parts, things, fixed, refusals)) {
        // A time at which no pair is whole at any of its places is no time for the session.
        const good = slot.places.filter((p) =>
          sortedTeams.some((t) => (t.mask & ~(slot.peers & places[p]!.peers)) === 0),
        );
        if (good.length > 0) slots.push({ ...slot, index: slots.length, places: good });
      }
    }
  }
  const slotsByEnd = new Map<Minute, number[]>();
  for (const slot of slots) {
    const list = slotsByEnd.get(slot.awayTo);
    if (list) list.push(slot.index);
    else slotsByEnd.set(slot.awayTo, [slot.index]);
  }
  const kept = keptChoice(review, options.keep, session, slots, places, sortedTeams);
  return {
    index,
    session,
    contacts: everyoneIn(review, session).flatMap((id) => contactIndex.get(id) ?? []),
    places,
    slots,
    teams: sortedTeams,
    teamByMask: new Map(sortedTeams.map((team) => [team.mask, team.index])),
    slotsByEnd,
    ...(kept && { kept }),
  };
}

/** The slots of one start: one for each length of travel that the places there ask for. */
function slotsAt(
  review: Review,
  session: Session,
  start: Minute,
  places: readonly PlaceChoice[],
  parts: Parts,
  things: Things,
  fixed: Fixed | undefined,
  refusals: Refusals,
): readonly Omit<Slot, 'index'>[] {
  const open = fixed?.time ?? false;
  const byAway = new Map<string, { held: Held; places: number[] }>();
  places.forEach(({ place }, p) => {
    const made = trial(review, session, start, place, []);
    const held: Held = fixed?.time
      ? {
          session,
          placement: {
            ...made.placement,
            end: fixed.placement.end,
            away: fixed.place ? fixed.placement.away : made.placement.away,
          },
        }
      : made;
    const { away } = held.placement;
    const key = `${away.from} ${away.to}`;
    const group = byAway.get(key);
    if (group) group.places.push(p);
    else byAway.set(key, { held, places: [p] });
  });
  const out: Omit<Slot, 'index'>[] = [];
  for (const { held, places: members } of byAway.values()) {
    if (!open && refusal(review, lookingAt(parts.placedMusts, 'time'), held, 'time', refusals)) continue;
    const good = members.filter(
      (p) =>
        open ||
        !refusal(
          review,
          lookingAt(parts.placedMusts, 'time', 'place'),
          { session, placement: { ...held.placement, place: places[p]!.place } },
          'place',
          refusals,
        ),
    );
    if (good.length === 0) continue;
    let peers = 0;
    review.peers.forEach((peer, p) => {
      const one: Held = { session, placement: { ...held.placement, peers: [peer.id] } };
      if (
        fixed?.peers ||
        !refusal(review, lookingAt(parts.placedMusts, 'time', 'peer'), one, 'peer', refusals)
      ) {
        peers |= 1 << p;
      }
    });
    const price = nothing();
    pay(review, lookingAt(parts.placedWants, 'time'), held, price);
    pay(review, lookingAt(parts.placedWants), held, price);
    const { away, start: from, end: to } = held.placement;
    const uses = parts.sharedMusts
      .filter((s) => s.part.looksAt === 'session')
      .flatMap((s) =>
        s.part.over === 'away'
          ? usesOver(things.drawn(s, held), away.from, away.to)
          : usesOver(things.drawn(s, held), from, to),
      );
    out.push({
      day: dayOf(from),
      start: from,
      end: to,
      awayFrom: away.from,
      awayTo: away.to,
      places: good,
      price,
      uses,
      peers,
      held: { session, placement: { ...held.placement, place: places[good[0]!]!.place } },
    });
  }
  return out;
}

const samePlace = (a: Place, b: Place): boolean => JSON.stringify(a) === JSON.stringify(b);

function keptChoice(
  review: Review,
  keep: Programme | undefined,
  session: Session,
  slots: readonly Slot[],
  places: readonly PlaceChoice[],
  teams: readonly Team[],
): Item['kept'] {
  const placement = keep?.placements.find((p) => p.session === session.id);
  if (!placement) return undefined;
  const mask = placement.peers.reduce((m, id) => m | (1 << review.peers.findIndex((p) => p.id === id)), 0);
  return {
    slot: slots.findIndex((s) => s.start === placement.start && s.end === placement.end),
    place: places.findIndex((p) => samePlace(p.place, placement.place)),
    team: teams.findIndex((t) => t.mask === mask),
    told: placement.told,
  };
}
