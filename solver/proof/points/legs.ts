import type { WholePart } from '../../../src/rules/rule.ts';
import type { Model } from '../../model/model.ts';
import type { Given } from './groups.ts';
import type { Within } from './stretches.ts';

/** A session that brings its peers to a place on one leg, whenever in its stretch it is held. */
export interface Caller extends Within {
  readonly key: string;
  /** The fewest peers that take it. */
  readonly heads: number;
}

/** The sessions that call somewhere, by the leg that they do it on. */
export function legsOf(
  model: Model,
  given: Given,
  within: readonly Within[],
  calls: NonNullable<WholePart['calls']>,
): ReadonlyMap<string, readonly Caller[]> {
  const legs = new Map<string, Caller[]>();
  for (const one of within) {
    const { item, slots } = one.stay;
    const [first, ...others] = slots.flatMap(({ held }) =>
      item.places.map(({ place }) =>
        calls.of(model.review, { session: item.session, placement: { ...held.placement, place } }),
      ),
    );
    if (!first || others.some((c) => c?.leg !== first.leg || c.key !== first.key)) continue;
    const heads = item.teams.reduce(
      (least, t) => (given[2] === 0 && t.price.singles > 0 ? least : Math.min(least, t.members.length)),
      Number.POSITIVE_INFINITY,
    );
    if (heads === Number.POSITIVE_INFINITY) continue;
    const own = legs.get(first.leg) ?? [];
    legs.set(first.leg, own);
    own.push({ ...one, key: first.key, heads });
  }
  return legs;
}
