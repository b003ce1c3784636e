import type { Model } from '../../model/model.ts';
import { payCounters } from './counters.ts';
import { type Counted, type Given, type Group, groupsOf } from './groups.ts';
import { type Cut, keepTo, stepOf } from './half-days/cut.ts';
import { type Program, ProgramBuilder } from './program.ts';
import { sideBySide } from './side-by-side.ts';
import { atHand, stretchesOf } from './stretches.ts';
import { payTimes } from './times.ts';

/** A programme of who takes what, and where it says that. */
export interface WhoProgram extends Program {
  readonly groups: readonly Group[];
}

/**
 * A linear programme whose least is never above the points of a programme that costs just what is given in the tiers
 * before them. It knows who takes what (pairs that repeat, load, themes, counterparts), who can work side by side, and
 * of times only the half-days, as far as `cuts` say more of them; everything else of a programme it forgets, which can
 * only make it too kind.
 */
export function pointsProgram(model: Model, given: Given, cuts: readonly Cut[] = []): WhoProgram {
  const builder = new ProgramBuilder();
  const counted = countedIn(model);
  const groups = groupsOf(model, given, counted, builder, cuts.length > 0);
  payCounters(groups, counted, builder);
  const most = mostAtOnce(model);
  const stretches = stretchesOf(model);
  const pieces = sideBySide(groups, most, atHand(model, stretches), builder);
  const paid = payTimes(model, given, stretches, pieces, most, builder);
  keepTo(cuts, given, groups, paid, stepOf(timePrices(model)), builder);
  return { ...builder.build(), groups };
}

/** The wants that are sums over counters. */
export const countedIn = (model: Model): readonly Counted[] =>
  model.parts.wholeWants.flatMap(({ part, weight }): Counted[] =>
    part.counts && part.tier === undefined && weight > 0
      ? [{ counts: part.counts(model.review), weight }]
      : [],
  );

/** Everything that is paid for a time, a place or for want of a break in common. */
function* timePrices({ items, parts }: Model): Generator<number> {
  for (const { slots, places } of items) {
    for (const { price } of slots) yield price.points;
    for (const { price } of places) yield price.points;
  }
  for (const { part, weight } of parts.wholeWants) if (part.pauses) yield weight;
}

/** The most sessions that can ever run at once: those that draw on what most of them draw on, and all that don't. */
function mostAtOnce(model: Model): number {
  const drawing = new Map<number, Set<number>>();
  for (const { index, slots } of model.items)
    for (const { uses } of slots)
      for (const { thing } of uses) drawing.set(thing, (drawing.get(thing) ?? new Set()).add(index));
  let most = model.items.length;
  for (const [thing, items] of drawing) {
    const ticks = model.most.length / model.things;
    const room = model.most.subarray(thing * ticks, (thing + 1) * ticks).reduce((a, b) => Math.max(a, b), 0);
    const always = model.items.filter(
      ({ index, slots }) =>
        items.has(index) && slots.every(({ uses }) => uses.some((u) => u.thing === thing)),
    );
    most = Math.min(most, room + model.items.length - always.length);
  }
  return most;
}
