import { everyoneIn, sessionOf, sessionsToPlace } from '../review/facts.ts';
import type { Review } from '../review/review.ts';
import type { Placement } from './placement.ts';
import type { Programme } from './programme.ts';

/** How much of a programme that people know another one changes. What a review no longer holds does not count. */
export interface Disturbed {
  /** People who had been told of a time and are given another, or none. */
  readonly told: number;
  /** People seen who are given another time, or none; those told among them. */
  readonly people: number;
  /** Sessions at another time, or at none. */
  readonly times: number;
  /** Sessions in another place, or in none. */
  readonly places: number;
  /** Sessions taken by other peers, or by none. */
  readonly pairs: number;
}

/** In the order in which they count: those told first, and each of the others only where those before it are equal. */
export const disturbances = ['told', 'people', 'times', 'places', 'pairs'] as const;

/** Negative where `a` disturbs less than `b`. */
export function compareDisturbed(a: Disturbed, b: Disturbed): number {
  for (const what of disturbances) if (a[what] !== b[what]) return a[what] - b[what];
  return 0;
}

/** Whom a session disturbs by moving: its contacts, or whoever it is that it will be held with where it names nobody. */
export function peopleMovedBy(review: Review, session: string): readonly string[] {
  const known = sessionOf(review, session);
  const people = known ? everyoneIn(review, known) : [];
  return people.length > 0 ? people : [`session ${session}`];
}

const samePlace = (a: Placement, b: Placement): boolean =>
  JSON.stringify(a.place) === JSON.stringify(b.place);

const samePeers = (a: Placement, b: Placement): boolean =>
  a.peers.length === b.peers.length && a.peers.every((id) => b.peers.includes(id));

/** What `after` changes of `before`, counted. */
export function disturbedBy(
  review: Review,
  before: Pick<Programme, 'placements'>,
  after: Pick<Programme, 'placements'>,
): Disturbed {
  const now = new Map(after.placements.map((p) => [p.session, p]));
  const toPlace = new Set(sessionsToPlace(review).map((s) => s.id));
  const [told, people] = [new Set<string>(), new Set<string>()];
  let [times, places, pairs] = [0, 0, 0];
  for (const was of before.placements) {
    if (!toPlace.has(was.session)) continue;
    const is = now.get(was.session);
    if (is?.start !== was.start || is.end !== was.end) {
      times++;
      for (const id of peopleMovedBy(review, was.session)) {
        people.add(id);
        if (was.told) told.add(id);
      }
    }
    if (!is || !samePlace(was, is)) places++;
    if (!is || !samePeers(was, is)) pairs++;
  }
  return { told: told.size, people: people.size, times, places, pairs };
}
