import { type Cost, compareCosts } from '../../src/programme/programme.ts';
import type { Item } from '../model/model.ts';
import type { Choice } from './choice.ts';
import { putIfFree } from './insert.ts';
import { leftOut } from './order.ts';
import type { Workings } from './workings.ts';

/**
 * Puts in what is left out wherever that betters the whole, each at its best of all its times, places and pairs, until
 * there is no such place: who mends a programme after nothing has changed then finds nothing to add.
 */
export function topUp(workings: Workings, late: () => boolean): void {
  const rank = { must: 0, should: 1, could: 2 } as const;
  for (let more = true; more && !late(); ) {
    more = false;
    const waiting = leftOut(workings).sort((a, b) => rank[a.session.priority] - rank[b.session.priority]);
    for (const item of waiting) more = putAtBest(workings, item) || more;
  }
}

function putAtBest(workings: Workings, item: Item): boolean {
  const { state, journal } = workings;
  const broken = state.broken;
  let least: Cost = state.cost();
  let best: Choice | undefined;
  for (const slot of item.slots) {
    if (!state.fitsTime(item, slot)) continue;
    for (const place of slot.places) {
      if (!state.fitsPlace(item, slot, place)) continue;
      for (const { index: team } of item.teams) {
        const mark = journal.mark();
        if (!putIfFree(workings, item, { slot: slot.index, place, team })) continue;
        journal.settle();
        const cost = state.cost();
        if (state.broken <= broken && compareCosts(cost, least) < 0) {
          least = cost;
          best = { slot: slot.index, place, team };
        }
        journal.undoTo(mark);
      }
    }
  }
  if (!best) return false;
  journal.put(item, best);
  journal.settle();
  return true;
}
