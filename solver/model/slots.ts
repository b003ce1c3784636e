import type { Held } from '../../src/programme/placement.ts';
import type { Review } from '../../src/review/review.ts';
import type { Session } from '../../src/review/session.ts';
import { dayOf, type Minute, QUARTER } from '../../src/time/span.ts';
import type { Asking } from './asking.ts';
import type { Fixed } from './kept.ts';
import { type PlaceChoice, type Slot, type Team, TICK } from './model.ts';
import { lookingAt, type Parts } from './parts.ts';
import type { Things } from './things.ts';
import { nothing, trial } from './trial.ts';

/** What the slots of one session are worked out from. */
export interface SlotsOf {
  readonly review: Review;
  readonly session: Session;
  readonly parts: Parts;
  readonly things: Things;
  readonly places: readonly PlaceChoice[];
  readonly teams: readonly Team[];
  readonly fixed: Fixed | undefined;
  /** Nothing is set off for before this minute of the week. */
  readonly from?: Minute | undefined;
  readonly asking: Asking;
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
  const { review, session, places, teams, fixed, asking } = of;
  const slots: Slot[] = [];
  if (places.length === 0 || teams.length === 0) return slots;
  const anywhere = places.map((_, p) => p);
  const asked = askedOf(of);
  for (const start of fixed?.time ? [fixed.placement.start] : startsOf(review, session)) {
    asking.tried();
    for (const group of byTravel(of, anywhere, start)) {
      const slot = slotAt(of, group, asked, slots.length);
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
function byTravel(
  { review, session, places, fixed }: SlotsOf,
  anywhere: readonly number[],
  start: Minute,
): readonly Group[] {
  if (session.kind !== 'site-visit' && !fixed) {
    return [{ held: trial(review, session, start, places[0]!.place, []), places: anywhere }];
  }
  const groups = new Map<string, { readonly held: Held; readonly places: number[] }>();
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

/** The time of a placement as a number: what the answers of rules that look at the time are kept under. */
function timeKey({ start, end, away }: Held['placement']): number {
  return ((start * SPAN + (end - start)) * SPAN + (start - away.from)) * SPAN + (away.to - end);
}
/** More than any session or journey takes. Minutes. */
const SPAN = 1 << 11;

/** The slot of a start and a length of travel; undefined where a must refuses the time, or no pair and place is left. */
function slotAt(of: SlotsOf, group: Group, asked: Asked, index: number): Slot | undefined {
  const { review, session, places, teams, fixed, asking } = of;
  const { held } = group;
  const open = fixed?.time ?? false;
  if (!open && of.from !== undefined && held.placement.away.from < of.from) return undefined;
  const time = timeKey(held.placement);
  if (!open && asking.isRefused(asked.time, held, 'time', time)) return undefined;
  const peers = fixed?.peers
    ? (1 << review.peers.length) - 1
    : asking.peersAllowed(asked.timeAndPeer, held, time);
  const allowed = (p: number): boolean => {
    const { place, peers: there } = places[p]!;
    // A place where no pair is whole then is no place for the session.
    if (!teams.some((t) => (t.mask & ~(peers & there)) === 0)) return false;
    if (open) return true;
    const at: Held = { session, placement: { ...held.placement, place } };
    return !asking.isRefused(asked.timeAndPlace, at, 'place', `${asked.placeKeys[p]} ${time}`);
  };
  const first = group.places.findIndex(allowed);
  if (first < 0) return undefined;
  const price = nothing();
  asking.pay(asked.wantsOfTime, held, price, time);
  asking.pay(asked.wants, held, price, 0);
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
    uses: asked.draws.map(({ thing, away: overAway }) => ({
      thing,
      from: Math.floor((overAway ? away.from : start) / TICK),
      to: Math.ceil((overAway ? away.to : end) / TICK),
    })),
    peers,
    held: { session, placement: { ...held.placement, place: places[group.places[first]!]!.place } },
  };
}

/** What is the same at all times of a session: which parts are asked, what it draws on, its places' keys. */
interface Asked {
  readonly time: ReturnType<typeof lookingAt>;
  readonly timeAndPeer: ReturnType<typeof lookingAt>;
  readonly timeAndPlace: ReturnType<typeof lookingAt>;
  readonly wantsOfTime: ReturnType<typeof lookingAt>;
  readonly wants: ReturnType<typeof lookingAt>;
  readonly draws: readonly Draw[];
  readonly placeKeys: readonly string[];
}

function askedOf(of: SlotsOf): Asked {
  const { placedMusts, placedWants } = of.parts;
  return {
    time: lookingAt(placedMusts, 'time'),
    timeAndPeer: lookingAt(placedMusts, 'time', 'peer'),
    timeAndPlace: lookingAt(placedMusts, 'time', 'place'),
    wantsOfTime: lookingAt(placedWants, 'time'),
    wants: lookingAt(placedWants),
    draws: drawsOf(of),
    placeKeys: of.places.map(({ place }) => JSON.stringify(place)),
  };
}

/** A thing that the session draws on whoever takes it and wherever it is, over the contact's or the peers' time. */
interface Draw {
  readonly thing: number;
  readonly away: boolean;
}

const drawsOf = ({ review, session, parts, things, places }: SlotsOf): readonly Draw[] =>
  parts.sharedMusts
    .filter((s) => s.part.looksAt === 'session')
    .flatMap((s) =>
      things
        .drawn(s, trial(review, session, 0, places[0]!.place, []))
        .map((thing) => ({ thing, away: s.part.over === 'away' })),
    );
