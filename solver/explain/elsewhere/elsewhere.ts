import type {
  Against,
  Elsewhere,
  FreePlace,
  HerePlace,
  MovesPlace,
  PlaceInWeek,
  Way,
} from '../../../src/check/elsewhere.ts';
import type { Placement } from '../../../src/programme/placement.ts';
import { compareCosts, type Programme } from '../../../src/programme/programme.ts';
import type { Review } from '../../../src/review/review.ts';
import type { Session } from '../../../src/review/session.ts';
import { type Minute, QUARTER } from '../../../src/time/span.ts';
import { momentName } from '../../../src/time/words.ts';
import type { Item, Slot } from '../../model/model.ts';
import { against, ask, couldBeAlone, inTheWay, refusal } from './against.ts';
import { bestAt, costWith } from './choices.ts';
import { roomFor } from './room.ts';
import { type OpenOptions, OpenWeek } from './week.ts';

/** As many rooms and pairs, or ways to make room, as are put to the checker before the next answer is given. */
const MOST_ASKED = 4;

/**
 * Why a session is where it is, and what stands for and against every other place in the week. Undefined for a session
 * that the review does not place on its own. `week`: a programme laid open before, to ask about several sessions.
 */
export function elsewhereIn(week: OpenWeek, id: string): Elsewhere | undefined {
  const item = week.itemOf(id);
  if (!item) return undefined;
  const { state, ledger } = week;
  const here = ledger.placementOf(id);
  const most = state.broken;
  if (here) state.lift(item);
  state.settle();
  const places = timesOf(week, item, here).map((start) =>
    start === here?.start ? herePlace(week, item, here, most) : placeAt(week, item, start, most),
  );
  if (here) state.put(item, item.standing!);
  state.settle();
  const best = bestOf(places);
  return {
    session: id,
    ...(here && { here }),
    cost: ledger.cost,
    ...(here && { without: ledger.differenceOf(new Map([[id, undefined]])).change }),
    about: ledger.findings.filter((f) => f.kind !== 'check' && f.sessions.includes(id)),
    settled: settledOf(week, item.session, here),
    ...(best && { best }),
    places,
  };
}

/** The same of one session of a programme. */
export const elsewhere = (
  review: Review,
  programme: Programme,
  session: string,
  options: OpenOptions = {},
): Elsewhere | undefined => elsewhereIn(new OpenWeek(review, programme, options), session);

/** Every quarter hour at which the session could start in a window, and where it is. */
function timesOf({ review }: OpenWeek, { session }: Item, here: Placement | undefined): readonly Minute[] {
  const starts = new Set<Minute>(here ? [here.start] : []);
  for (const window of review.frame.windows) {
    const first = Math.ceil(window.from / QUARTER) * QUARTER;
    for (let start = first; start + session.minutes <= window.to; start += QUARTER) starts.add(start);
  }
  return [...starts].sort((a, b) => a - b);
}

const offeredAt = ({ slots, standing }: Item, start: Minute): readonly Slot[] =>
  slots.filter((s) => s.start === start && !(standing?.added.slot && s.index === standing.slot));

/** Where it is; with another room or pair at the same time, if that would cost less. */
function herePlace(week: OpenWeek, item: Item, here: Placement, most: number): HerePlace {
  const place: HerePlace = { state: 'here', start: here.start, end: here.end };
  for (const { choice, cost } of bestAt(week, item, offeredAt(item, here.start), most).slice(0, MOST_ASKED)) {
    if (compareCosts(cost, week.ledger.cost) >= 0) break;
    const better = week.way(new Map([[item, choice]]));
    if (better && compareCosts(better.cost, week.ledger.cost) < 0) return { ...place, better };
  }
  return place;
}

function placeAt(week: OpenWeek, item: Item, start: Minute, most: number): PlaceInWeek {
  const time = { start, end: start + item.session.minutes };
  const settled = closed(week, item, start);
  if (settled) return { ...time, state: 'refused', against: settled };
  const slots = offeredAt(item, start);
  const refused = slots.length === 0 ? refusal(week, item, start) : undefined;
  if (refused) return { ...time, state: 'refused', against: refused };
  for (const { choice } of bestAt(week, item, slots, most).slice(0, MOST_ASKED)) {
    const way = week.way(new Map([[item, choice]]));
    if (way) return { ...time, state: 'free', way, ...keeping(week, item, slots, way, most) };
  }
  const asked = ask(week, item, start, slots);
  // The engine is coarser than the checker where times are off the grid: what the checker lets pass is free.
  if (asked.difference.breaks.length === 0) {
    const moves = new Map([[item.session.id, asked.placement]]);
    return { ...time, state: 'free', way: week.told(moves, asked.difference) };
  }
  if (slots.length === 0 || !couldBeAlone(week, item, slots))
    return { ...time, state: 'refused', against: against(asked) };
  for (const { moves } of roomFor(week, item, slots, most).slice(0, MOST_ASKED)) {
    const way = week.way(moves);
    if (way) return { ...time, state: 'moves', way, against: against(asked) };
  }
  return { ...time, state: 'taken', by: inTheWay(week, item, slots, asked), against: against(asked) };
}

/** The way to go there with the room and the pair that it has now, where the best is another and these can be had. */
function keeping(
  week: OpenWeek,
  item: Item,
  slots: readonly Slot[],
  best: Way,
  most: number,
): Pick<FreePlace, 'keeping'> {
  const own = item.standing;
  const here = week.ledger.placementOf(item.session.id);
  if (!own || !here || isSame(best.placement, here)) return {};
  for (const slot of slots) {
    const choice = { slot: slot.index, place: own.place, team: own.team };
    const fits =
      week.state.fitsTime(item, slot) &&
      slot.places.includes(own.place) &&
      week.state.fitsPlace(item, slot, own.place) &&
      (item.teams[own.team]!.mask & ~week.state.peersFree(item, slot, own.place)) === 0 &&
      week.state.allowsFully(item, choice) &&
      costWith(week.state, item, choice, most) !== undefined;
    const way = fits ? week.way(new Map([[item, choice]])) : undefined;
    if (way) return { keeping: way };
  }
  return {};
}

const isSame = (a: Placement, b: Placement): boolean =>
  JSON.stringify(a.place) === JSON.stringify(b.place) &&
  a.peers.length === b.peers.length &&
  a.peers.every((id) => b.peers.includes(id));

/** Why nothing goes there whatever the rules say: the time is locked, or the past. */
function closed({ review, from, ledger }: OpenWeek, { session }: Item, start: Minute): Against | undefined {
  const here = ledger.placementOf(session.id);
  if (from !== undefined && start < from)
    return { rule: 'past', sentence: `${momentName(review.week, start)} is past.` };
  if (from !== undefined && here && here.start < from)
    return { rule: 'past', sentence: `${session.title} has begun.` };
  const lock = here && review.locks.find((l) => l.session === session.id && l.time);
  return lock && { rule: 'lock', sentence: lockWords(lock, 'time') };
}

const lockWords = ({ by, because }: { readonly by: string; readonly because: string }, what: string) =>
  `Its ${what} is locked by ${by}: ${because}${/[.!?]$/.test(because) ? '' : '.'}`;

/** What was settled about a session before any rule is asked. */
function settledOf({ review }: OpenWeek, session: Session, here: Placement | undefined): readonly string[] {
  const given =
    session.fixed === undefined ? [] : [`It was given its time: ${momentName(review.week, session.fixed)}.`];
  const locks = here ? review.locks.filter((l) => l.session === session.id) : [];
  return [
    ...given,
    ...locks.flatMap((lock) => [
      ...(lock.time ? [lockWords(lock, 'time')] : []),
      ...(lock.place ? [lockWords(lock, 'place')] : []),
      ...(lock.peers ? [lockWords(lock, 'pair')] : []),
    ]),
  ];
}

/** The cheapest of the other places; of those that cost the same, one that moves nobody else, then the earliest. */
function bestOf(places: readonly PlaceInWeek[]): FreePlace | MovesPlace | undefined {
  const open = places.filter((p): p is FreePlace | MovesPlace => p.state === 'free' || p.state === 'moves');
  return [...open].sort(
    (a, b) => compareCosts(a.way.cost, b.way.cost) || a.way.others.length - b.way.others.length,
  )[0];
}
