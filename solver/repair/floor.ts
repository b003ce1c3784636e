import type { Disturbed } from '../../src/programme/disturbed.ts';
import type { Model } from '../model/model.ts';
import { countsIn } from './moved.ts';
import type { Stands } from './stands.ts';

/**
 * What any repair disturbs at the least. `moved` is the cost that no plan of times is below; places and pairs are
 * bounded only where no more is moved than what can't stay at its time, for then it is known who does not move.
 */
export function floorUnder(model: Model, stands: Stands, moved: number, now: Disturbed): Disturbed {
  const counts = countsIn(moved);
  const lost = stands.of.filter((stand) => stand?.at.length === 0).length;
  const surely = now.times === lost && counts.times === lost && counts.people === now.people;
  let [places, pairs] = [0, 0];
  for (const item of model.items) {
    const stand = stands.of[item.index];
    if (!stand || !surely || stand.pinned.time) continue;
    const slots = stand.at.length > 0 ? stand.at.map((s) => item.slots[s]!) : item.slots;
    const mask = item.teams[stand.choice.team]!.mask;
    const whole = stand.whole && stand.at.length > 0;
    const added = item.standing!.added;
    const open = slots.filter((s) => whole || !(added.slot && s.index === stand.choice.slot));
    if (!open.some((s) => s.places.includes(stand.choice.place))) places++;
    if (!whole && (added.team || !open.some((s) => (mask & ~s.peers) === 0))) pairs++;
  }
  return { ...counts, places, pairs };
}
