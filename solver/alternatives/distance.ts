import type { Placement } from '../../src/programme/placement.ts';
import type { Programme } from '../../src/programme/programme.ts';
import { dayOf } from '../../src/time/span.ts';

/** What it weighs that a session is on another day, or in one of the two alone. Then less, as fewer people notice. */
const ELSEWHEN = 1;
const SAME_DAY = 0.6;
const OTHER_PEOPLE = 0.3;
const OTHER_PLACE = 0.15;

const samePlace = (a: Placement, b: Placement): boolean =>
  JSON.stringify(a.place) === JSON.stringify(b.place);
const samePeers = (a: Placement, b: Placement): boolean =>
  [...a.peers].sort().join() === [...b.peers].sort().join();

function apart(a: Placement | undefined, b: Placement | undefined): number {
  if (!a || !b || dayOf(a.start) !== dayOf(b.start)) return ELSEWHEN;
  if (a.start !== b.start || a.end !== b.end) return SAME_DAY;
  return (samePeers(a, b) ? 0 : OTHER_PEOPLE) + (samePlace(a, b) ? 0 : OTHER_PLACE);
}

/**
 * How far two programmes of a review are from each other: over the sessions that either holds, the mean of 1 for one on
 * another day or held by one alone, 0.6 for one at another time that day, and at the same time 0.3 for other peers and
 * 0.15 for another place. 0: the same; 1: nothing is on the day that it was. The same either way round.
 */
export function distanceBetween(a: Pick<Programme, 'placements'>, b: Pick<Programme, 'placements'>): number {
  const [here, there] = [a, b].map(({ placements }) => new Map(placements.map((p) => [p.session, p])));
  const sessions = [...new Set([...here!.keys(), ...there!.keys()])];
  if (sessions.length === 0) return 0;
  const total = sessions.reduce((sum, id) => sum + apart(here!.get(id), there!.get(id)), 0);
  return Math.round((total / sessions.length) * 1000) / 1000;
}
