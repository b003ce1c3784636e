import type { Model } from '../../model/model.ts';
import type { State } from '../../search/state.ts';
import type { Field } from './field.ts';
import type { Inquiry } from './inquiry.ts';
import { type Budget, placeable } from './placeable.ts';
import { quickXplain } from './quickxplain.ts';
import type { Trying } from './trying.ts';
import { partOf, type View } from './view.ts';

/** What telling of a few sessions whether they can all be held may cost. */
const few: Budget = { steps: 4_000, conflicts: 20_000 };
/** Two at a time are soon told. */
const TWO = 1_500;
/** How many of those that stand most in the way are looked at three and four at a time. */
const NEAR = [8, 5] as const;

/**
 * The must sessions, this one among them, that can't all be held whatever else is done, none of which could be spared:
 * each one fewer and they could, as far as that could be told. `best`: the best programme, which leaves it out. Undefined
 * where none are found. By items' indexes.
 */
export function* coreOf(
  field: Field,
  trying: Trying,
  whole: View,
  best: State,
  item: number,
  among: ReadonlySet<number>,
): Inquiry<readonly number[] | undefined> {
  const impossible = (set: readonly number[]): boolean => trying.try(partOf(whole, set), TWO).answer === 'no';
  if (impossible([item])) return [item];
  // Whoever can't be held even alone is a conflict in itself, and no reason why another is not.
  const others = rivals(field.model, best, item, among).filter(
    (other) => best.at[other] !== undefined || !impossible([other]),
  );
  for (const a of others) if (impossible([item, a])) return [item, a];
  yield 'pause';
  const fails = function* (set: readonly number[]): Inquiry<boolean> {
    return (yield* placeable(trying, field, partOf(whole, set), few)).answer === 'no';
  };
  let nearer = others;
  for (;;) {
    const set = yield* smallest(item, nearer, fails);
    if (!set) return nearby(item, nearer, impossible);
    if (!(yield* fails(set))) return [item, ...set];
    // They are too many without this one: whoever of them is left out for that is no reason why this one is.
    const fewer = nearer.filter((other) => !set.includes(other) || best.at[other] !== undefined);
    if (fewer.length === nearer.length) return undefined;
    nearer = fewer;
  }
}

/** A smallest set of others beside which an item can't be held, of the first of them as far as they do. */
function* smallest(
  item: number,
  others: readonly number[],
  fails: (set: readonly number[]) => Inquiry<boolean>,
): Inquiry<readonly number[] | undefined> {
  for (let size = 4; ; size *= 2) {
    const set = others.slice(0, size - 1);
    if (set.length > 1 && (yield* fails([item, ...set]))) return yield* quickXplain([item], set, fails);
    if (set.length === others.length) return undefined;
  }
}

/** Threes and fours of those that stand most in the way: for what a proof that forgets pairs and journeys can't see. */
function nearby(
  item: number,
  others: readonly number[],
  impossible: (set: readonly number[]) => boolean,
): readonly number[] | undefined {
  const near = others.slice(0, NEAR[0]);
  for (const [n, a] of near.entries())
    for (const b of near.slice(n + 1)) if (impossible([item, a, b])) return [item, a, b];
  const tight = near.slice(0, NEAR[1]);
  for (const [n, a] of tight.entries())
    for (const [m, b] of tight.slice(n + 1).entries())
      for (const c of tight.slice(n + m + 2)) if (impossible([item, a, b, c])) return [item, a, b, c];
  return undefined;
}

/** The other sessions, those that stand in this one's way first, and of those the ones with the fewest times. */
function rivals(model: Model, state: State, i: number, among: ReadonlySet<number>): readonly number[] {
  const item = model.items[i]!;
  const count = new Map<number, number>();
  const add = (other: number, much: number) => count.set(other, (count.get(other) ?? 0) + much);
  for (const slot of item.slots) {
    for (const other of state.blockersOf(item, slot)) add(other, 1);
    // Who holds the peers or the rooms of that time may stand in the way too.
    for (const other of state.placedOn(slot.day)) {
      const { awayFrom, awayTo } = state.slotOf(other)!;
      if (awayFrom < slot.awayTo && slot.awayFrom < awayTo) add(other, 0.5);
    }
    // So may another that was left out, and could be held then.
    for (const other of among) {
      if (state.at[other] === undefined && other !== i)
        if (model.items[other]!.slots.some((s) => s.awayFrom < slot.awayTo && slot.awayFrom < s.awayTo))
          add(other, 0.5);
    }
  }
  return [...among]
    .filter((other) => other !== i)
    .sort(
      (a, b) =>
        Number(count.has(b)) - Number(count.has(a)) ||
        model.items[a]!.slots.length - model.items[b]!.slots.length ||
        (count.get(b) ?? 0) - (count.get(a) ?? 0) ||
        a - b,
    );
}
