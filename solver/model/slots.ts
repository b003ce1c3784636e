import type { Held } from '../../src/programme/placement.ts';
import type { Review } from '../../src/review/review.ts';
import type { Session } from '../../src/review/session.ts';
import { dayOf, type Minute, QUARTER } from '../../src/time/span.ts';
import type { Fixed } from './kept.ts';
import { type PlaceChoice, type Slot, type Team, TICK, type Use } from './model.ts';
import { lookingAt, type Parts } from './parts.ts';
import type { Refusals } from './refusals.ts';
import type { Things } from './things.ts';
import { isRefused, nothing, pay, trial } from './trial.ts';

/** What the slots of one session are worked out from. */
export interface SlotsOf {
  readonly review: Review;
  readonly session: Session;
  readonly parts: Parts;
  readonly things: Things;
  readonly places: readonly PlaceChoice[];
  readonly teams: readonly Team[];
  readonly fixed: Fixed | undefined;
  readonly refusals: Refusals;
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

/** Every time at which a session could be held as far as its own rules go. */
export function slotsFor(of: SlotsOf): readonly Slot[] {
  const { review, session, places, teams, fixed, refusals } = of;
  const slots: Slot[] = [];
  if (places.length === 0 || teams.length === 0) return slots;
  for (const start of fixed?.time ? [fixed.placement.start] : startsOf(review, session)) {
    refusals.tried++;
    for (const group of byTravel(of, start)) {
      const slot = slotAt(of, group, slots.length);
      if (slot) slots.push(slot);
    }
  }
  return slots;
}

interface Group {
  readonly held: Held;
  /** Places by number. */
  readonly places: readonly number[];
}

/** The places in groups that take the peers equally long: only a visit's time depends on where it goes. */
function byTravel({ review, session, places, fixed }: SlotsOf, start: Minute): readonly Group[] {
  const groups = new Map<string, { readonly held: Held; readonly places: number[] }>();
  if (session.kind !== 'site-visit' && !fixed) {
    return [{ held: trial(review, session, start, places[0]!.place, []), places: places.map((_, p) => p) }];
  }
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
    const group = groups.get(key);
    if (group) group.places.push(p);
    else groups.set(key, { held, places: [p] });
  });
  return [...groups.values()];
}

/** The slot of a start and a length of travel; undefined where a must refuses the time, or no pair and place is left. */
function slotAt(of: SlotsOf, group: Group, index: number): Slot | undefined {
  const { review, session, parts, places, teams, fixed, refusals } = of;
  const { held } = group;
  const { placedMusts, placedWants } = parts;
  const open = fixed?.time ?? false;
  if (!open && isRefused(review, lookingAt(placedMusts, 'time'), held, 'time', refusals)) return undefined;
  let peers = 0;
  review.peers.forEach((peer, p) => {
    const one: Held = { session, placement: { ...held.placement, peers: [peer.id] } };
    const musts = lookingAt(placedMusts, 'time', 'peer');
    if (fixed?.peers || !isRefused(review, musts, one, 'peer', refusals)) peers |= 1 << p;
  });
  const allowed = (p: number): boolean => {
    const { place, peers: there } = places[p]!;
    // A place where no pair is whole then is no place for the session.
    if (!teams.some((t) => (t.mask & ~(peers & there)) === 0)) return false;
    const at: Held = { session, placement: { ...held.placement, place } };
    return open || !isRefused(review, lookingAt(placedMusts, 'time', 'place'), at, 'place', refusals);
  };
  const first = group.places.findIndex(allowed);
  if (first < 0) return undefined;
  const price = nothing();
  pay(review, lookingAt(placedWants, 'time'), held, price);
  pay(review, lookingAt(placedWants), held, price);
  const { away, start, end } = held.placement;
  // Which of the other places are free is asked only of slots that a search looks at.
  let all: readonly number[] | undefined;
  return {
    index,
    day: dayOf(start),
    start,
    end,
    awayFrom: away.from,
    awayTo: away.to,
    get places() {
      all ??= [group.places[first]!, ...group.places.slice(first + 1).filter(allowed)];
      return all;
    },
    price,
    uses: usesOf(of, held),
    peers,
    held: { session, placement: { ...held.placement, place: places[group.places[first]!]!.place } },
  };
}

/** What the session draws on then, whoever takes it and wherever it is. */
const usesOf = ({ parts, things }: SlotsOf, held: Held): readonly Use[] =>
  parts.sharedMusts
    .filter((s) => s.part.looksAt === 'session')
    .flatMap((s) => {
      const { start, end, away } = held.placement;
      const span = s.part.over === 'away' ? away : { from: start, to: end };
      return things
        .drawn(s, held)
        .map((thing) => ({ thing, from: Math.floor(span.from / TICK), to: Math.ceil(span.to / TICK) }));
    });
