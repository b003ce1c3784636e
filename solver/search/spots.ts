import type { Item } from '../model/model.ts';

/** Numbers handed out to items one after the other, so many each: the first of each item's. */
export function firsts(items: readonly Item[], many: (item: Item) => number): Int32Array {
  const first = new Int32Array(items.length);
  let next = 0;
  for (const item of items) {
    first[item.index] = next;
    next += many(item);
  }
  return first;
}
