import type { Item, Slot } from '../../model/model.ts';
import type { Random } from '../../random.ts';
import { choose } from '../choose.ts';
import type { Workings } from '../workings.ts';
import { anyPlaced } from './any.ts';

/** Two sessions take each other's time. */
export function swap(workings: Workings): boolean {
  const { state, journal, random } = workings;
  const a = anyPlaced(workings, workings.movable.times);
  const b = anyPlaced(workings, workings.movable.times);
  if (!a || !b || a === b) return false;
  const [slotA, slotB] = [state.slotOf(a.index)!, state.slotOf(b.index)!];
  if (slotA.start === slotB.start && slotA.end === slotB.end) return false;
  const toB = slotLike(a, slotB, random);
  const toA = slotLike(b, slotA, random);
  if (!toB || !toA) return false;
  const [choiceA, choiceB] = [journal.lift(a), journal.lift(b)];
  // Half the time the pairs stay with the time, half the time they go with the session.
  const cross = random.next() < 0.5;
  const wishA = cross ? a.teamByMask.get(b.teams[choiceB.team]!.mask) : choiceA.team;
  const wishB = cross ? b.teamByMask.get(a.teams[choiceA.team]!.mask) : choiceB.team;
  if (!state.fitsTime(a, toB)) return false;
  const first = choose(workings, a, toB, true, wishA);
  if (!first) return false;
  journal.put(a, first);
  if (!state.fitsTime(b, toA)) return false;
  const second = choose(workings, b, toA, true, wishB);
  if (!second) return false;
  journal.put(b, second);
  return true;
}

/** A slot of the item that ends where this one does. */
function slotLike(item: Item, like: Slot, random: Random): Slot | undefined {
  const same = item.slotsByEnd.get(like.awayTo);
  return same && item.slots[same[random.below(same.length)]!];
}
