import { chooseTeam } from '../choose.ts';
import type { Workings } from '../workings.ts';
import { anyPlaced } from './any.ts';

/** Gives a session another pair, at its time and place. */
export function reteam(workings: Workings): boolean {
  const { state, journal, random } = workings;
  const item = anyPlaced(workings, workings.movable.teams);
  if (!item) return false;
  const was = journal.lift(item);
  const free = state.peersFree(item, item.slots[was.slot]!, was.place);
  const team = chooseTeam(item, free, random.next() < 0.4, random, (t) =>
    state.allowsFully(item, { ...was, team: t.index }),
  );
  if (!team || team.index === was.team) return false;
  journal.put(item, { ...was, team: team.index });
  return true;
}
