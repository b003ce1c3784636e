import type { Item, Slot, Team } from '../model/model.ts';
import { type Random, shuffle } from '../random.ts';
import type { Choice } from './choice.ts';
import type { Workings } from './workings.ts';

/**
 * A place and a team for a slot that fits in time: the cheapest where `keen`, or with some chance another. `wish` is
 * the team to take where it can be had. Undefined where there is none.
 */
export function choose(
  { state, random }: Workings,
  item: Item,
  slot: Slot,
  keen: boolean,
  wish?: number,
): Choice | undefined {
  const places = slot.places.length > 1 ? byPrice(item, slot, random) : slot.places;
  for (const place of places) {
    if (!state.fitsPlace(item, slot, place)) continue;
    const free = state.peersFree(item, slot, place);
    if (wish !== undefined && (item.teams[wish]!.mask & ~free) === 0) {
      const choice = { slot: slot.index, place, team: wish };
      if (state.allowsFully(item, choice)) return choice;
    }
    const team = chooseTeam(item, free, keen, random, (t) =>
      state.allowsFully(item, { slot: slot.index, place, team: t.index }),
    );
    if (team) return { slot: slot.index, place, team: team.index };
    if (random.next() < 0.3 && !keen) return undefined;
  }
  return undefined;
}

function byPrice(item: Item, slot: Slot, random: Random): readonly number[] {
  const places = [...slot.places];
  if (random.next() < 0.25) return shuffle(places, random);
  return places.sort((a, b) => item.places[a]!.price.points - item.places[b]!.price.points);
}

/** A team of the peers who are free, as bits: one of the cheapest where `keen`, else any with no fewer peers. */
export function chooseTeam(
  item: Item,
  free: number,
  keen: boolean,
  random: Random,
  allowed: (team: Team) => boolean,
): Team | undefined {
  const open = item.teams.filter((t) => (t.mask & ~free) === 0);
  if (open.length === 0) return undefined;
  // Teams are in order of price, so the cheapest stand first.
  const cheapest = open[0]!;
  const pool = keen
    ? open.filter(
        (t) => t.price.singles === cheapest.price.singles && t.price.points <= cheapest.price.points + 1,
      )
    : open.filter((t) => t.price.singles === cheapest.price.singles);
  for (let tries = 0; tries < 4; tries++) {
    const team = pool[random.below(pool.length)]!;
    if (allowed(team)) return team;
  }
  return open.find(allowed);
}
