import { nameOf } from '../../src/review/facts.ts';
import { spanName } from '../../src/time/words.ts';
import type { Compiled } from '../model/compile.ts';
import type { Plan } from '../search/search.ts';
import { State } from '../search/state.ts';
import { listed, refusedBy, whenPossible } from './words.ts';

/** Sentences on why a session is not in the programme: what refuses it, and what holds the times that are left. */
export function whyLeftOut(compiled: Compiled, plan: Plan, id: string): readonly string[] {
  const { model, refusals } = compiled;
  const item = model.items.find((i) => i.session.id === id)!;
  const { review } = model;
  if (item.slots.length === 0) {
    const reasons = refusedBy(review, item, refusals[item.index]!);
    if (item.places.length === 0) return ['There is no place that it could be held in.', ...reasons];
    if (item.teams.length === 0) return ['There is nobody in the team who could take it.', ...reasons];
    return reasons.length > 0 ? reasons : ['There is no time at which it could be held.'];
  }
  const state = new State(model);
  for (const other of model.items) {
    const choice = plan[other.index];
    if (choice && other !== item) state.put(other, choice);
  }
  const holding = new Map<number, number>();
  let free = 0;
  for (const slot of item.slots) {
    const blockers = state.blockersOf(item, slot);
    for (const i of blockers) holding.set(i, (holding.get(i) ?? 0) + 1);
    if (blockers.length === 0) free++;
  }
  const top = [...holding].sort((a, b) => b[1] - a[1]).slice(0, 3);
  const names = top.map(([i]) => {
    const held = state.heldOf(i)!;
    return `${nameOf(review, held.session.id)} (${spanName(review.week, { from: held.placement.start, to: held.placement.end })})`;
  });
  const sentences = [`It could be held ${whenPossible(review, item)}.`];
  if (names.length > 0) sentences.push(`Those times are taken, most of all by ${listed(names)}.`);
  if (free > 0) {
    const which = free === item.slots.length ? 'The time is' : `At ${free} of those times the people are`;
    sentences.push(`${which} free, but no pair or room is.`);
  }
  return [...sentences, ...refusedBy(review, item, refusals[item.index]!)];
}
