import type { Workings } from '../workings.ts';
import { anyPlaced } from './any.ts';
import { exchanged } from './exchange.ts';

/** Two sessions of any days exchange a peer each: nobody has more work or less, and both have other partners. */
export function trade(workings: Workings): boolean {
  const a = anyPlaced(workings, workings.movable.teams);
  const b = anyPlaced(workings, workings.movable.teams);
  return a !== undefined && b !== undefined && exchanged(workings, a, b, false);
}
