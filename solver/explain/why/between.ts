import { everyoneIn } from '../../../src/review/facts.ts';
import type { Review } from '../../../src/review/review.ts';
import type { PairedPart } from '../../../src/rules/rule.ts';
import { type Item, type Model, type Slot, TICK, TICKS } from '../../model/model.ts';
import { breaks, type Priced } from '../../model/parts.ts';
import { type Changeable, opens } from './changeables.ts';
import { type Refusals, sessionIn } from './refusals.ts';
import type { Draws, Limit, Order } from './view.ts';

/** Orders of two sessions that a changeable thing asks for. */
export function ordersOf(
  { items, parts }: Model,
  changeables: readonly Changeable[],
  refusals: Refusals,
): readonly Order[] {
  const byId = new Map(
    items.flatMap((item) => [
      [item.session.id, item] as const,
      ...item.session.includes.map((id) => [id, item] as const),
    ]),
  );
  const time = parts.pairedMusts.filter(({ part }) => part.looksAt.every((a) => a === 'time'));
  return changeables.flatMap((changeable, c): Order[] => {
    if (changeable.kind !== 'after') return [];
    const [a, b] = [byId.get(changeable.session), byId.get(changeable.other)];
    if (!a || !b || a === b) return [];
    const review = refusals.partlyChanged(c);
    const between = time.filter(
      ({ part }) => !part.between || part.between(review, sessionIn(review, a), sessionIn(review, b)),
    );
    const clash = (x: Slot, y: Slot): boolean =>
      between.some((priced) => clashes(review, priced, { item: a, slot: x }, { item: b, slot: y }));
    return [{ changeable: c, a: a.index, b: b.index, clash }];
  });
}

/** What sessions draw on together, where a changeable thing says how many may. */
export function limitsOf(
  model: Model,
  changeables: readonly Changeable[],
  refusals: Refusals,
): readonly Limit[] {
  const { items, parts } = model;
  const setting = changeables.flatMap((changeable, c) =>
    opens[changeable.kind].includes('shared') ? [c] : [],
  );
  if (setting.length === 0) return [];
  return parts.sharedMusts.flatMap(({ part }): Limit[] => {
    if (part.looksAt !== 'session') return [];
    const keys = new Set(
      items.flatMap((item) => item.slots.slice(0, 1).flatMap((slot) => part.draws(model.review, slot.held))),
    );
    return [...keys].flatMap((key): Limit[] => {
      const mostUnder = (review: Review): Int16Array => {
        const most = new Int16Array(TICKS);
        for (const window of review.frame.windows)
          for (let t = Math.floor(window.from / TICK); t < window.to / TICK; t++)
            most[t] = part.atMost(review, key, { from: t * TICK, to: (t + 1) * TICK });
        return most;
      };
      const loose = mostUnder(model.review);
      const by = setting.flatMap((changeable) => {
        const most = mostUnder(refusals.partlyChanged(changeable));
        return most.some((m, t) => m < loose[t]!) ? [{ changeable, most }] : [];
      });
      if (by.length === 0) return [];
      const draws: Draws = (slot) => part.draws(model.review, slot.held).includes(key);
      return [{ away: part.over === 'away', draws, loose, by }];
    });
  });
}

/** The least of what all that is in force allows, tick by tick. */
export function least(loose: Int16Array, set: readonly { readonly most: Int16Array }[]): Int16Array {
  const out = Int16Array.from(loose);
  for (const { most } of set) for (let t = 0; t < TICKS; t++) if (most[t]! < out[t]!) out[t] = most[t]!;
  return out;
}

interface At {
  readonly item: Item;
  readonly slot: Slot;
}

/** Whether a must on two placements that looks at the time alone refuses two sessions at these times. */
export function clashes(
  review: Review,
  { rule, part }: { readonly rule: Priced<PairedPart>['rule']; readonly part: PairedPart },
  a: At,
  b: At,
): boolean {
  if (part.among !== 'week' && a.slot.day !== b.slot.day) return false;
  if (part.among === 'person-day') {
    const people = everyoneIn(review, b.item.session);
    if (!everyoneIn(review, a.item.session).some((c) => people.includes(c))) return false;
  }
  const [x, y] = [a, b].map(({ item, slot }) => ({
    session: sessionIn(review, item),
    placement: slot.held.placement,
  }));
  const inOrder = a.slot.start < b.slot.start || (a.slot.start === b.slot.start && a.slot.end <= b.slot.end);
  return breaks(review, rule, part, inOrder ? part.test(review, x!, y!) : part.test(review, y!, x!));
}
