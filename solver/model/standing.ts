import type { Placement } from '../../src/programme/placement.ts';
import type { Review } from '../../src/review/review.ts';
import type { Session } from '../../src/review/session.ts';
import { Asking } from './asking.ts';
import type { Item, PlaceChoice, Slot, Team } from './model.ts';
import type { Parts } from './parts.ts';
import { placesFor } from './places.ts';
import { slotsFor } from './slots.ts';
import { teamsFor } from './teams.ts';
import type { Things } from './things.ts';

/** Everything a session can be given, and which of it is where the session stands. */
export interface Standing {
  readonly slots: readonly Slot[];
  readonly places: readonly PlaceChoice[];
  readonly teams: readonly Team[];
  readonly standing: NonNullable<Item['standing']>;
}

/**
 * The choices of a session with, after them, what its placement has that none of them is: a time off the grid, a room
 * that is too small, a pair that is kept apart. So a programme that breaks musts can be held as it is; nothing else
 * gets a choice by it that rules refuse.
 */
export function withStanding(of: Offered, placement: Placement): Standing {
  const { review, session, parts, things } = of;
  const fixed = { time: true, place: true, peers: true, placement };
  const asking = new Asking(review);
  const [asPlace] = placesFor(review, session, parts, fixed, asking);
  const [asTeam] = teamsFor(review, session, parts, fixed, asking);
  const places = known(of.places, ({ place }) => same(place, placement.place), asPlace!);
  const teams = known(of.teams, ({ mask }) => mask === asTeam!.mask, asTeam!);
  const { away } = placement;
  const there = of.slots.findIndex(
    (s) =>
      s.start === placement.start &&
      s.end === placement.end &&
      s.awayFrom === away.from &&
      s.awayTo === away.to &&
      s.places.includes(places.at),
  );
  const standing = {
    slot: there < 0 ? of.slots.length : there,
    place: places.at,
    team: teams.at,
    added: { slot: there < 0, place: places.list !== of.places, team: teams.list !== of.teams },
  };
  const found = { places: places.list, teams: reindexed(teams.list), standing };
  if (there >= 0) return { slots: of.slots, ...found };
  const [slot] = slotsFor({
    review,
    session,
    parts,
    things,
    places: [asPlace!],
    teams: [asTeam!],
    fixed,
    asking,
  });
  return {
    slots: [...of.slots, { ...slot!, index: standing.slot, places: [standing.place] }],
    ...found,
  };
}

/** What a session is offered, and what that was worked out from. */
interface Offered extends Pick<Standing, 'slots' | 'places' | 'teams'> {
  readonly review: Review;
  readonly session: Session;
  readonly parts: Parts;
  readonly things: Things;
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Where one stands in a list; at its end, added, where it is not in it. */
function known<T>(list: readonly T[], is: (one: T) => boolean, one: T): { list: readonly T[]; at: number } {
  const at = list.findIndex(is);
  return at < 0 ? { list: [...list, one], at: list.length } : { list, at };
}

const reindexed = (teams: readonly Team[]): readonly Team[] =>
  teams.map((team, index) => (team.index === index ? team : { ...team, index }));
