import { everyoneIn, sessionsToPlace } from '../../src/review/facts.ts';
import type { Review } from '../../src/review/review.ts';
import type { Session } from '../../src/review/session.ts';
import type { Minute } from '../../src/time/span.ts';
import { type CompileOptions, fixedBy, keptChoice } from './kept.ts';
import type { Item, Model, Slot } from './model.ts';
import { lookingAt, type Parts, partsFor } from './parts.ts';
import { placesFor } from './places.ts';
import { Refusals } from './refusals.ts';
import { slotsFor } from './slots.ts';
import { teamsFor } from './teams.ts';
import { Things } from './things.ts';
import { isRefused, trial } from './trial.ts';

export interface Compiled {
  readonly model: Model;
  /** Why times, places and peers were not offered, by item. */
  readonly refusals: readonly Refusals[];
}

const somewhere = { phone: true } as const;

/** Works a review out into what the engine searches: for each session its times, places and pairs, and their prices. */
export function compile(review: Review, options: CompileOptions = {}): Compiled {
  const parts = partsFor(review);
  const things = new Things(review);
  const contacts = new Map(review.contacts.map((c, i) => [c.id, i]));
  const refusals: Refusals[] = [];
  const items = sessionsToPlace(review).map((session, index) => {
    const noted = new Refusals();
    refusals.push(noted);
    return itemFor(review, session, index, { parts, things, contacts, options, refusals: noted });
  });
  const model: Model = {
    review,
    parts,
    items,
    peerThings: peerThings(review, items, parts, things),
    placeThings: placeThings(review, items, parts, things),
    things: things.count,
    most: things.most(),
  };
  return { model, refusals };
}

interface Workings {
  readonly parts: Parts;
  readonly things: Things;
  readonly contacts: ReadonlyMap<string, number>;
  readonly options: CompileOptions;
  readonly refusals: Refusals;
}

function itemFor(review: Review, session: Session, index: number, workings: Workings): Item {
  const { parts, things, contacts, options, refusals } = workings;
  const fixed = fixedBy(review, session, options);
  const places = placesFor(review, session, parts, fixed, refusals);
  const teams = teamsFor(review, session, parts, fixed, refusals);
  // What refuses the session whatever its time, place and peers leaves it no slot at all.
  const never = isRefused(
    review,
    lookingAt(parts.placedMusts),
    trial(review, session, 0, somewhere, []),
    'time',
    refusals,
  );
  const slots = never ? [] : slotsFor({ review, session, parts, things, places, teams, fixed, refusals });
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
  };
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
