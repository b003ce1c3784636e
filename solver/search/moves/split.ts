import type { Item } from '../../model/model.ts';
import { choose } from '../choose.ts';
import { putIfFree } from '../insert.ts';
import { leftOut } from '../order.ts';
import type { Workings } from '../workings.ts';

/** Times that are tried at most. */
const TRIES = 8;

/**
 * Lets one of a pair go, so that a session that must or should be held has a peer at all: by the tiers two sessions
 * taken by one each are better than one by two and one left out.
 */
export function split(workings: Workings): boolean {
  const { model, state, journal, random } = workings;
  const waiting = leftOut(workings).filter((item) => item.session.priority !== 'could');
  const item = waiting[random.below(waiting.length)];
  if (!item) return false;
  for (let tries = 0; tries < TRIES; tries++) {
    const slot = item.slots[random.below(item.slots.length)]!;
    if (!state.fitsTime(item, slot)) continue;
    const beside = state.placedOn(slot.day).filter((i) => {
      const other = state.slotOf(i)!;
      const { team } = state.at[i]!;
      return (
        other.awayFrom < slot.awayTo &&
        slot.awayFrom < other.awayTo &&
        model.items[i]!.teams[team]!.members.length > 1
      );
    });
    const other = model.items[beside[random.below(beside.length)] ?? -1];
    if (!other) continue;
    const mark = journal.mark();
    if (alone(workings, other)) {
      const choice = choose(workings, item, slot, true);
      if (choice) {
        journal.put(item, choice);
        return true;
      }
    }
    journal.undoTo(mark);
    // What was put back is as it was: nothing changed that the rules must be asked about.
    state.unsettle([]);
  }
  return false;
}

/** Gives a session to one of those who take it; false where none may take it alone. */
function alone(workings: Workings, item: Item): boolean {
  const { journal, random } = workings;
  const was = journal.lift(item);
  const { members } = item.teams[was.team]!;
  const first = random.below(members.length);
  for (let n = 0; n < members.length; n++) {
    const team = item.teamByMask.get(1 << members[(first + n) % members.length]!);
    if (team !== undefined && putIfFree(workings, item, { ...was, team })) return true;
  }
  return false;
}
