import type { Held } from '../../src/programme/placement.ts';
import type { PairedPart } from '../../src/rules/rule.ts';
import type { Model } from '../model/model.ts';
import { breaks, type Priced } from '../model/parts.ts';

/** Whether a part says that two placements clash; they are put to it in time order. */
export function clash(model: Model, { rule, part }: Priced<PairedPart>, a: Held, b: Held): boolean {
  const inOrder =
    a.placement.start < b.placement.start ||
    (a.placement.start === b.placement.start && a.placement.end <= b.placement.end);
  const breach = inOrder ? part.test(model.review, a, b) : part.test(model.review, b, a);
  return breaks(model.review, rule, part, breach);
}

/** Whether two items share a contact, as a table of items × items. */
export function acquaintance(model: Model): Uint8Array {
  const n = model.items.length;
  const table = new Uint8Array(n * n);
  for (const a of model.items) {
    for (const b of model.items) {
      if (a.contacts.some((c) => b.contacts.includes(c))) table[a.index * n + b.index] = 1;
    }
  }
  return table;
}

/** Between which items each part can speak at all, as a table of items × items. */
export function concernsBetween(model: Model, { part }: Priced<PairedPart>): Uint8Array {
  const n = model.items.length;
  const table = new Uint8Array(n * n).fill(part.between ? 0 : 1);
  if (!part.between) return table;
  for (let a = 0; a < n; a++) {
    for (let b = a + 1; b < n; b++) {
      const speaks = part.between(model.review, model.items[a]!.session, model.items[b]!.session);
      table[a * n + b] = table[b * n + a] = speaks ? 1 : 0;
    }
  }
  return table;
}

/**
 * For a part that says which places keep two sessions clear of each other: a number for each item's places, the same
 * where they do. Undefined where the part says nothing.
 */
export function clearances(
  model: Model,
  { part }: Priced<PairedPart>,
): readonly (readonly number[])[] | undefined {
  const { clearOf } = part;
  if (!clearOf) return undefined;
  const numbers = new Map<string, number>();
  return model.items.map((item) =>
    item.places.map(({ place }) => {
      const slot = item.slots[0];
      if (!slot) return -1;
      const key = clearOf(model.review, {
        session: item.session,
        placement: { ...slot.held.placement, place },
      });
      const number = numbers.get(key) ?? numbers.size;
      numbers.set(key, number);
      return number;
    }),
  );
}
