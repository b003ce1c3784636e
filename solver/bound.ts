import type { Cost } from '../src/programme/programme.ts';
import type { Item, Model, Price } from './model/model.ts';

const least = (prices: readonly { readonly price: Price }[], figure: keyof Price): number =>
  prices.reduce((low, { price }) => Math.min(low, price[figure]), Number.POSITIVE_INFINITY);

/** The least that a session pays of one figure wherever and with whomever it is held. */
const cheapest = (item: Item, figure: keyof Price): number =>
  least(item.slots, figure) + least(item.places, figure) + least(item.teams, figure);

/**
 * A floor under the cost of any programme, by arithmetic alone: sessions that have no time, place or pair at all stay
 * out, and each of the others pays at least its own cheapest. Valid tier by tier in the order of rules.md: singles and
 * third streams are summed over musts and shoulds only, for a "could" may be left out to save them; points over all
 * that have somewhere to go, for they are compared only where as much is placed.
 */
export function floorOf(model: Model): Cost {
  const floor: [number, number, number, number, number, number] = [0, 0, 0, 0, 0, 0];
  const tier = { must: 0, should: 1, could: 4 } as const;
  for (const item of model.items) {
    const { priority } = item.session;
    if (item.slots.length === 0) {
      floor[tier[priority]]++;
      continue;
    }
    if (priority !== 'could') {
      floor[2] += cheapest(item, 'singles');
      floor[3] += cheapest(item, 'beyond');
    }
    floor[5] += cheapest(item, 'points');
  }
  floor[5] = Math.round(floor[5] * 1000) / 1000;
  return floor;
}
