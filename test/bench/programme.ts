import { solve } from '../../solver/solve.ts';
import type { Programme } from '../../src/programme/programme.ts';
import type { Case } from './cases.ts';

const known = new Map<string, Promise<Programme>>();

/** The programme that a build finds for a review; found once a run, since several parts begin with it. */
export function programmeOf({ name, review }: Case): Promise<Programme> {
  const found = known.get(name) ?? solve(review(), { seed: 1 }).then(({ programme }) => programme);
  known.set(name, found);
  return found;
}
