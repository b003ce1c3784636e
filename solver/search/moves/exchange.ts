import type { Item } from '../../model/model.ts';
import type { Random } from '../../random.ts';
import { putIfFree } from '../insert.ts';
import type { Workings } from '../workings.ts';
import { anyPlaced } from './any.ts';

/** Two sessions of a day exchange a peer each, or their pairs. */
export function exchange(workings: Workings): boolean {
  const { model, state, random } = workings;
  const a = anyPlaced(workings, workings.movable.teams);
  if (!a) return false;
  const day = state.placedOn(state.slotOf(a.index)!.day);
  const b = model.items[day[random.below(day.length)]!]!;
  return exchanged(workings, a, b, true);
}

/** Two sessions that are placed exchange a peer each or, where `pairs`, now and then their pairs. */
export function exchanged(workings: Workings, a: Item, b: Item, pairs: boolean): boolean {
  const { state, journal, random } = workings;
  if (a === b) return false;
  const [wasA, wasB] = [state.at[a.index]!, state.at[b.index]!];
  const [maskA, maskB] = [a.teams[wasA.team]!.mask, b.teams[wasB.team]!.mask];
  const [onlyA, onlyB] = [oneOf(maskA & ~maskB, random), oneOf(maskB & ~maskA, random)];
  if (onlyA === 0 || onlyB === 0) return false;
  const whole = pairs && random.next() < 0.25;
  const teamA = a.teamByMask.get(whole ? maskB : (maskA & ~onlyA) | onlyB);
  const teamB = b.teamByMask.get(whole ? maskA : (maskB & ~onlyB) | onlyA);
  if (teamA === undefined || teamB === undefined) return false;
  journal.lift(a);
  journal.lift(b);
  return putIfFree(workings, a, { ...wasA, team: teamA }) && putIfFree(workings, b, { ...wasB, team: teamB });
}

/** One bit of a mask, drawn by chance; 0 of an empty one. */
function oneOf(mask: number, random: Random): number {
  let count = 0;
  for (let m = mask; m; m &= m - 1) count++;
  if (count === 0) return 0;
  let skip = random.below(count);
  let m = mask;
  while (skip-- > 0) m &= m - 1;
  return m & -m;
}
