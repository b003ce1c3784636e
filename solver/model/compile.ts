import { oneByOne } from '../../src/check/breaches.ts';
import type { Held } from '../../src/programme/placement.ts';
import { everyoneIn, sessionsToPlace } from '../../src/review/facts.ts';
import type { Review } from '../../src/review/review.ts';
import type { Session } from '../../src/review/session.ts';
import type { Minute } from '../../src/time/span.ts';
import { Asking } from './asking.ts';
import { type CompileOptions, fixedBy, keptChoice } from './kept.ts';
import { type Item, type Model, type Slot, TICK } from './model.ts';
import { breaks, lookingAt, type Parts, partsFor } from './parts.ts';
import { placesFor } from './places.ts';
import { Refusals } from './refusals.ts';
import { slotsFor } from './slots.ts';
import { withStanding } from './standing.ts';
import { teamsFor } from './teams.ts';
import { Things } from './things.ts';
import { trial } from './trial.ts';

export interface Compiled {
  readonly model: Model;
  /** Why times, places and peers were not offered, by item: worked out when it is looked at. */
  readonly refusals: readonly Refusals[];
}

const somewhere = { phone: true } as const;

/** Works a review out into what the engine searches: for each session its times, places and pairs, and their prices. */
export const compile = (review: Review, options: CompileOptions = {}): Compiled =>
  compileUnless(review, options, () => false)!;

/** The same, unless the word to stop comes before it is done: then undefined. */
export function compileUnless(
  review: Review,
  options: CompileOptions,
  stopped: () => boolean,
): Compiled | undefined {
  const parts = partsFor(review);
  const things = new Things(review);
  const contacts = new Map(review.contacts.map((c, i) => [c.id, i]));
  const workings: Workings = { parts, things, contacts, options, asking: new Asking(review) };
  const sessions = sessionsToPlace(review);
  const items: Item[] = [];
  for (const session of sessions) {
    if (stopped()) return undefined;
    items.push(itemFor(review, session, items.length, workings));
  }
  const model: Model = {
    review,
    parts,
    items,
    peerThings: peerThings(review, items, parts, things),
    placeThings: placeThings(review, items, parts, things),
    things: things.count,
    most: things.most(hoursOf(items)),
  };
  return { model, refusals: refusalsOf(review, sessions, workings) };
}

interface Workings {
  readonly parts: Parts;
  readonly things: Things;
  readonly contacts: ReadonlyMap<string, number>;
  readonly options: CompileOptions;
  readonly asking: Asking;
}

/** A list whose lines are worked out one by one, each at its first look: few ask why a time is not offered. */
function refusalsOf(review: Review, sessions: readonly Session[], workings: Workings): readonly Refusals[] {
  const list: Refusals[] = [];
  sessions.forEach((session, index) => {
    let noted: Refusals | undefined;
    Object.defineProperty(list, index, {
      enumerable: true,
      get() {
        if (!noted) {
          noted = new Refusals();
          itemFor(review, session, index, { ...workings, asking: new Asking(review, noted) });
        }
        return noted;
      },
    });
  });
  return list;
}

function itemFor(review: Review, session: Session, index: number, workings: Workings): Item {
  const { parts, things, contacts, options, asking } = workings;
  const locked = fixedBy(review, session, options);
  const stays =
    options.near && locked && !isRefusedAsItIs(review, parts, { session, placement: locked.placement });
  const fixed = stays ? { ...locked, time: true, place: true, peers: true } : locked;
  let places = placesFor(review, session, parts, fixed, asking);
  let teams = teamsFor(review, session, parts, fixed, asking);
  // What refuses the session whatever its time, place and peers leaves it no slot at all.
  const never = asking.isRefused(
    lookingAt(parts.placedMusts),
    trial(review, session, 0, somewhere, []),
    'time',
    0,
  );
  let slots = never
    ? []
    : slotsFor({ review, session, parts, things, places, teams, fixed, asking, from: options.from });
  let standing: Item['standing'];
  if (options.standing && fixed) {
    ({ slots, places, teams, standing } = withStanding(
      { review, session, parts, things, slots, places, teams },
      fixed.placement,
    ));
  }
  const kept = keptChoice(review, options.keep, session, { slots, places, teams });
  return {
    index,
    session,
    contacts: everyoneIn(review, session).flatMap((id) => contacts.get(id) ?? []),
    places,
    slots,
    teams,
    teamByMask: new Map(teams.map((team) => [team.mask, team.index])),
    slotsByEnd: byEnd(slots),
    ...(kept && { kept }),
    ...(standing && { standing }),
  };
}

/** Whether a must on one placement refuses this one, with all of its peers. */
const isRefusedAsItIs = (review: Review, parts: Parts, held: Held): boolean =>
  parts.placedMusts.some(({ rule, part }) =>
    oneByOne(part.looksAt, held).some((one) => breaks(review, rule, part, part.test(review, one))),
  );

/** The ticks of each day that some slot takes up, journeys included. */
function hoursOf(items: readonly Item[]): readonly { readonly from: number; readonly to: number }[] {
  const days = new Map<number, { from: number; to: number }>();
  for (const item of items) {
    for (const slot of item.slots) {
      const from = Math.floor(Math.min(slot.awayFrom, slot.start) / TICK);
      const to = Math.ceil(Math.max(slot.awayTo, slot.end) / TICK);
      const day = days.get(slot.day);
      if (!day) days.set(slot.day, { from, to });
      else {
        day.from = Math.min(day.from, from);
        day.to = Math.max(day.to, to);
      }
    }
  }
  return [...days.values()];
}

function byEnd(slots: readonly Slot[]): ReadonlyMap<Minute, readonly number[]> {
  const ends = new Map<Minute, number[]>();
  for (const slot of slots) {
    const list = ends.get(slot.awayTo);
    if (list) list.push(slot.index);
    else ends.set(slot.awayTo, [slot.index]);
  }
  return ends;
}

/** What each peer draws on while at work. The same for all sessions, so it is asked of the first. */
function peerThings(
  review: Review,
  items: readonly Item[],
  parts: Parts,
  things: Things,
): Model['peerThings'] {
  const session = items[0]?.session;
  const shared = parts.sharedMusts.filter((s) => s.part.looksAt === 'peer');
  return review.peers.map((peer) =>
    session === undefined
      ? []
      : shared.flatMap((s) =>
          things
            .drawn(s, trial(review, session, 0, somewhere, [peer.id]))
            .map((thing) => ({ thing, away: s.part.over === 'away' })),
        ),
  );
}

/** What each place of a session draws on. */
function placeThings(
  review: Review,
  items: readonly Item[],
  parts: Parts,
  things: Things,
): Model['placeThings'] {
  const shared = parts.sharedMusts.filter((s) => s.part.looksAt === 'place');
  return items.map((item) =>
    item.places.map(({ place }) =>
      shared.flatMap((s) =>
        things
          .drawn(s, trial(review, item.session, 0, place, []))
          .map((thing) => ({ thing, away: s.part.over === 'away' })),
      ),
    ),
  );
}
