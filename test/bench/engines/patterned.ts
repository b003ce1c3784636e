import type { Item, Model, Slot } from '../../../solver/model/model.ts';
import { LinearBuilder } from '../../../solver/proof/linear.ts';
import { randomFrom } from '../../../solver/random.ts';
import { conforms, covers, type Pattern, Patterns } from '../../../solver/search/patterns.ts';
import { State } from '../../../solver/search/state.ts';
import { type Cost, compareCosts } from '../../../src/programme/programme.ts';
import { readBack } from '../read-back.ts';
import { lpLinear } from './linear/lp-solver.ts';
import type { Answer, Rival, Said } from './rival.ts';
import { timesWithin } from './times.ts';

/** What one small model may cost; the package mostly needs a tenth of it. */
const MILLISECONDS = 2000;

/**
 * javascript-lp-solver where it is exact (design.md, "The solver"): times within a given pattern of blocks, then rooms
 * at those times, then pairs block by block. The pattern is climbed: of the best so far, a window or two is cut another
 * way, and what comes of it is kept where the whole programme is no worse.
 */
export const patterned: Rival = {
  name: 'javascript-lp-solver',
  how: 'times within a pattern of blocks, then rooms, then pairs block by block, each exactly; the patterns climbed by chance',
  async solve(model, milliseconds, better) {
    const began = performance.now();
    const random = randomFrom(1);
    const patterns = new Patterns(model);
    const { windows } = model.review.frame;
    const afresh = (): Pattern[] => windows.map((w) => patterns.draw(w, random));
    let best: { readonly cuts: readonly Pattern[]; readonly cost: Cost } | undefined;
    let tried = 0;
    while (performance.now() - began < milliseconds) {
      const cuts = best && tried > 10 ? [...best.cuts] : afresh();
      if (best && tried > 10) {
        for (let n = 1 + random.below(2); n > 0; n--) {
          const w = random.below(windows.length);
          cuts[w] = patterns.draw(windows[w]!, random);
        }
      }
      tried++;
      const answer = await within(model, cuts);
      if (!answer) continue;
      const { cost, plan } = readBack(model, answer);
      if (best && compareCosts(cost, best.cost) > 0) continue;
      const news = !best || compareCosts(cost, best.cost) < 0;
      best = { cuts, cost };
      if (news) better(plan as Answer);
    }
    return `${tried} patterns`;
  },
};

/** The best programme within these blocks, stage by stage; undefined where the package has no answer. */
async function within(model: Model, cuts: readonly Pattern[]): Promise<Answer | undefined> {
  const { windows } = model.review.frame;
  const inBlocks = (_: Item, slot: Slot) =>
    windows.some((w, n) => covers(w, slot) && conforms(cuts[n]!, slot));
  const times = timesWithin(model, inBlocks);
  let slots: readonly (number | undefined)[] | undefined;
  await lpLinear.solve(times.model, MILLISECONDS, (yes) => {
    slots = times.at.map((of) => [...of].find(([, v]) => yes.has(v))?.[0]);
  });
  if (!slots) return undefined;
  const places = await roomsAt(model, slots);
  return pairsAt(model, slots, places);
}

/** The cheapest rooms at given times, no room used twice at once; undefined for a session that got none. */
async function roomsAt(
  model: Model,
  slots: readonly (number | undefined)[],
): Promise<readonly (number | undefined)[]> {
  const builder = new LinearBuilder();
  const used = new Map<string, [number, number][]>();
  const offered = model.items.map((item) => {
    const at = slots[item.index];
    if (at === undefined) return [];
    const slot = item.slots[at]!;
    return slot.places.map((place) => {
      const v = builder.variable(`${item.index}_${place}`);
      builder.objective.push([item.places[place]!.price.points - 1000, v]);
      for (const { thing, away } of model.placeThings[item.index]![place]!) {
        const [from, to] = away ? [slot.awayFrom, slot.awayTo] : [slot.start, slot.end];
        for (let t = from; t < to; t += 15) {
          const key = `${thing} ${t}`;
          used.set(key, [...(used.get(key) ?? []), [1, v]]);
        }
      }
      return { place, v };
    });
  });
  offered.forEach((list, i) => {
    if (list.length > 0)
      builder.add(
        `once_${i}`,
        list.map(({ v }) => [1, v]),
        '<=',
        1,
      );
  });
  const said = new Set<string>();
  for (const terms of used.values()) {
    const text = terms.map(([, v]) => v).join();
    if (terms.length < 2 || said.has(text)) continue;
    said.add(text);
    builder.add('one_at_a_time', terms, '<=', 1);
  }
  let chosen: ReadonlySet<number> = new Set();
  await lpLinear.solve(builder.build('Rooms'), MILLISECONDS, (yes) => {
    chosen = yes;
  });
  return offered.map((list) => list.find(({ v }) => chosen.has(v))?.place);
}

/** Pairs for the sessions that run side by side, one such group after another, each the cheapest beside what stands. */
async function pairsAt(
  model: Model,
  slots: readonly (number | undefined)[],
  places: readonly (number | undefined)[],
): Promise<Answer> {
  const state = new State(model);
  const answer: (Said | undefined)[] = model.items.map(() => undefined);
  for (const group of sideBySide(model, slots)) {
    const builder = new LinearBuilder();
    const byPeer = new Map<number, [number, number][]>();
    const offered = group.map((item) => {
      const slot = item.slots[slots[item.index]!]!;
      const place = places[item.index] ?? slot.places[0]!;
      const free = state.peersFree(item, slot, place);
      const before = state.cost();
      const teams = item.teams.flatMap((team) => {
        const choice = { slot: slot.index, place, team: team.index };
        if (team.mask & ~free || !state.fitsPlace(item, slot, place) || !state.allowsFully(item, choice))
          return [];
        // What the programme so far would pay with this pair, fair shares and breaks and all.
        state.put(item, choice);
        const settled = state.settle();
        const after = state.cost();
        const broken = state.broken > 0;
        state.lift(item);
        state.unsettle(settled);
        if (broken) return [];
        const v = builder.variable(`${item.index}_${team.index}`);
        builder.objective.push([(after[2] - before[2]) * 1000 + after[5] - before[5] - 100_000, v]);
        for (const p of team.members) byPeer.set(p, [...(byPeer.get(p) ?? []), [1, v]]);
        return [{ choice, v }];
      });
      return { item, teams };
    });
    for (const { teams } of offered)
      builder.add(
        'once',
        teams.map(({ v }) => [1, v]),
        '<=',
        1,
      );
    for (const terms of byPeer.values()) builder.add('peer', terms, '<=', 1);
    await lpLinear.solve(builder.build('Pairs'), MILLISECONDS, (yes) => {
      for (const { item, teams } of offered) answer[item.index] = teams.find(({ v }) => yes.has(v))?.choice;
    });
    for (const item of group) {
      const choice = answer[item.index];
      if (choice) state.put(item, { slot: choice.slot, place: choice.place!, team: choice.team! });
      else answer[item.index] = { slot: slots[item.index]!, place: places[item.index] };
    }
    state.settle();
  }
  return answer;
}

/** Sessions in groups of those that overlap, directly or by way of others, in time order. */
function sideBySide(model: Model, slots: readonly (number | undefined)[]): readonly (readonly Item[])[] {
  const placed = model.items.filter((item) => slots[item.index] !== undefined);
  const slotOf = (item: Item): Slot => item.slots[slots[item.index]!]!;
  placed.sort((a, b) => slotOf(a).awayFrom - slotOf(b).awayFrom || a.index - b.index);
  const groups: Item[][] = [];
  let until = -1;
  for (const item of placed) {
    if (slotOf(item).awayFrom >= until) groups.push([]);
    groups.at(-1)!.push(item);
    until = Math.max(until, slotOf(item).awayTo);
  }
  return groups;
}
