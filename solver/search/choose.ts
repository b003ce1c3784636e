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
  const { teams } = item;
  let first = 0;
  while (first < teams.length && (teams[first]!.mask & ~free) !== 0) first++;
  if (first === teams.length) return undefined;
  // Teams are in order of price, so the cheapest stand first.
  const { singles, points } = teams[first]!.price;
  const most = keen ? points + 1 : Number.POSITIVE_INFINITY;
  let [last, pool] = [first, 1];
  for (let t = first + 1; t < teams.length; t++) {
    const { price, mask } = teams[t]!;
    if (price.singles !== singles || price.points > most) break;
    if ((mask & ~free) !== 0) continue;
    last = t;
    pool++;
  }
  for (let tries = 0; tries < 4; tries++) {
    let skip = random.below(pool);
    for (let t = first; t <= last; t++) {
      if ((teams[t]!.mask & ~free) !== 0 || skip-- > 0) continue;
      if (allowed(teams[t]!)) return teams[t];
      break;
    }
  }
  for (let t = first; t < teams.length; t++)
    if ((teams[t]!.mask & ~free) === 0 && allowed(teams[t]!)) return teams[t];
  return undefined;
}
