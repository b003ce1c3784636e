import type { Minute } from '../../../src/time/span.ts';
import type { Model } from '../../model/model.ts';
import { lengthOf, type Stay } from './stretches.ts';

/** How much of a stretch sessions can cover. */
export interface Cover {
  /** The most minutes, where only sessions run that end with those beside them. */
  readonly most: Minute;
  /** Those that may run on past the ends of others: beside them any minute may be covered. */
  readonly spanning: readonly Stay[];
}

/**
 * The most minutes of `limit` in which something runs. Sessions side by side end together (the part that says `swaps`),
 * so what runs is blocks one after the other, each as long as the longest session in it: a sum of lengths.
 */
export function covered(model: Model, stays: readonly Stay[], limit: Minute): Cover {
  const swaps = model.parts.pairedMusts.find(({ part }) => part.swaps)?.part.swaps;
  if (!swaps) return { most: limit, spanning: [] };
  const spanning = stays.filter(({ item }) => swaps(item.session) === 'spans');
  const sums = new Uint8Array(limit + 1);
  sums[0] = 1;
  for (const stay of stays) {
    if (spanning.includes(stay)) continue;
    for (const length of new Set(stay.slots.map(lengthOf)))
      for (let sum = limit; sum >= length; sum--) if (sums[sum - length] === 1) sums[sum] = 1;
  }
  return { most: sums.lastIndexOf(1), spanning };
}
