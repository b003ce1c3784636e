import type { Workings } from '../workings.ts';
import { anyPlaced } from './any.ts';

/** Leaves a "could" out: by the tiers that is better than holding it single-handed or in a stream beyond the usual. */
export function drop(workings: Workings): boolean {
  const item = anyPlaced(workings, workings.model.items);
  if (item?.session.priority !== 'could') return false;
  workings.journal.lift(item);
  return true;
}
