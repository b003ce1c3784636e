import type { Model, Slot } from '../../model/model.ts';
import { TICKS } from '../../model/model.ts';
import { relax } from '../../proof/relaxation.ts';
import { toOpb } from '../../proof/write.ts';
import type { Field } from './field.ts';
import type { Inquiry } from './inquiry.ts';
import type { Placeable, Trying } from './trying.ts';
import type { View } from './view.ts';

/** What trying may cost, in steps, and proving elsewhere, in conflicts: budgets that count, so that answers are the same again. */
export interface Budget {
  readonly steps: number;
  readonly conflicts: number;
}

/** Tells whether the sessions of a view can all be held: by trying and, where that takes too long, by asking for a proof. */
export function* placeable(trying: Trying, field: Field, view: View, budget: Budget): Inquiry<Placeable> {
  const tried = trying.try(view, budget.steps);
  if (tried.answer !== 'unknown') return tried;
  const answer = yield { opb: mustAllBeHeld(modelOf(field.model, view)), conflicts: budget.conflicts };
  return { answer: answer === 'none' ? 'no' : 'unknown' };
}

/**
 * The relaxation of a model with nothing left out: where it has no solution, the sessions can't all be held. What it
 * makes least is then 0 at the first solution, which ends the search for others.
 */
function mustAllBeHeld(model: Model): string {
  const { model: linear, out } = relax(model);
  return toOpb({
    ...linear,
    conditions: [
      ...linear.conditions,
      ...out.map((v) => ({ name: 'held', terms: [[1, v] as const], sense: '=' as const, rhs: 0 })),
    ],
  });
}

/** A model with just what a view leaves open. */
function modelOf(model: Model, view: View): Model {
  const most = Int16Array.from(model.most);
  const items = view.items.map((i, n) => {
    const item = model.items[i]!;
    const teams = view.teams[n]!.map((t) => item.teams[t]!).map((team, index) => ({ ...team, index }));
    const slots = view.open[n]!.map(({ slot, peers, places }, index) => ({ ...slot, index, peers, places }));
    return { ...item, index: n, teams, slots };
  });
  // A limit that a changeable thing sets stands for the thing that the same sessions draw on in the model.
  view.limits.forEach(({ draws, most: limit }) => {
    for (const thing of thingsDrawn(model, view, draws))
      for (let t = 0; t < TICKS; t++)
        if (limit[t]! < most[thing * TICKS + t]!) most[thing * TICKS + t] = limit[t]!;
  });
  return { ...model, items, most, placeThings: view.items.map((i) => model.placeThings[i]!) };
}

/** The things of a model that every session that draws on a limit draws on, over the peers' time. */
function thingsDrawn(model: Model, view: View, draws: (slot: Slot) => boolean): readonly number[] {
  const slots = view.items.flatMap((i) => model.items[i]!.slots.slice(0, 1).filter(draws));
  if (slots.length < 2) return [];
  const [first, ...others] = slots.map((slot) => slot.uses.map((u) => u.thing));
  return first!.filter((thing) => others.every((list) => list.includes(thing)));
}
