import type { Item } from '../model/model.ts';
import type { Workings } from './workings.ts';

/** The sessions that are not placed and could be. */
export const leftOut = ({ model, state, resting }: Workings): Item[] =>
  model.items.filter(
    (item) => state.at[item.index] === undefined && item.slots.length > 0 && resting[item.index] === 0,
  );

/** In the order to insert them, in place: musts, long ones, few slots, often left out; with a little chance. */
export function hardestFirst({ random, weight }: Workings, items: Item[]): Item[] {
  const rank = { must: 0, should: 1, could: 2 };
  const key = new Map(
    items.map((item) => [
      item,
      rank[item.session.priority] * 1000 -
        item.session.minutes * 1.2 +
        Math.log(item.slots.length + 1) * 30 -
        weight[item.index]! * 8 +
        random.next() * 25,
    ]),
  );
  return items.sort((a, b) => key.get(a)! - key.get(b)!);
}
