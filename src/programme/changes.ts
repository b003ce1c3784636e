import { everyoneIn, nameOf, namesOf, sessionOf } from '../review/facts.ts';
import type { Review } from '../review/review.ts';
import { spanName } from '../time/words.ts';
import { type Held, type Placement, timeOf } from './placement.ts';
import { type Programme, placeName } from './programme.ts';

/** What became of one session between two programmes. */
export interface Change {
  readonly session: string;
  /** Which of its time, its place and its peers (or which of the same leads) are other than before; none where it came or went. */
  readonly moved: readonly ('time' | 'place' | 'peers' | 'lead')[];
  readonly before?: Placement;
  readonly after?: Placement;
  /** Ids of the contacts and peers who have to be told. */
  readonly tell: readonly string[];
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/**
 * What changed between two programmes of a review, in the order of the later one's time; what left comes last. A
 * contact is told of a new time or place, a peer of whatever changes in their own week; nobody else.
 */
export function changesBetween(
  review: Review,
  before: Pick<Programme, 'placements'>,
  after: Pick<Programme, 'placements'>,
): readonly Change[] {
  const old = new Map(before.placements.map((p) => [p.session, p]));
  const now = new Set(after.placements.map((p) => p.session));
  const changed = [...after.placements]
    .sort((a, b) => a.start - b.start || (a.session < b.session ? -1 : 1))
    .flatMap((placement) => changeOf(review, old.get(placement.session), placement) ?? []);
  const gone = before.placements
    .filter((p) => !now.has(p.session))
    .flatMap((p) => changeOf(review, p, undefined) ?? []);
  return [...changed, ...gone];
}

function changeOf(
  review: Review,
  before: Placement | undefined,
  after: Placement | undefined,
): Change | undefined {
  const session = (after ?? before)!.session;
  const known = sessionOf(review, session);
  const contacts = known ? everyoneIn(review, known) : [];
  if (!before || !after) {
    const { peers } = (after ?? before)!;
    return {
      session,
      moved: [],
      ...(before && { before }),
      ...(after && { after }),
      tell: [...contacts, ...peers],
    };
  }
  const samePeers = same([...before.peers].sort(), [...after.peers].sort());
  const moved = [
    ...(before.start === after.start && before.end === after.end ? [] : (['time'] as const)),
    ...(same(before.place, after.place) ? [] : (['place'] as const)),
    ...(samePeers ? [] : (['peers'] as const)),
    ...(samePeers && before.lead !== after.lead ? (['lead'] as const) : []),
  ];
  if (moved.length === 0) return undefined;
  const elsewhere = moved.some((m) => m === 'time' || m === 'place');
  const peers = [...new Set([...before.peers, ...after.peers])].filter(
    (id) => elsewhere || before.peers.includes(id) !== after.peers.includes(id),
  );
  // The partner of somebody who changed has another partner: that is news too.
  const partners = moved.includes('peers') || moved.includes('lead') ? [...before.peers, ...after.peers] : [];
  return {
    session,
    moved,
    before,
    after,
    tell: [...new Set([...(elsewhere ? contacts : []), ...peers, ...partners])],
  };
}

/** A change as one sentence: what it was, what it is, and who has to be told. */
export function changeName(review: Review, change: Change): string {
  const session = sessionOf(review, change.session);
  const at = (placement: Placement): string => {
    const held: Held | undefined = session && { session, placement };
    return `${spanName(review.week, timeOf(placement))}${held ? `, ${placeName(review, held)}` : ''}`;
  };
  const tell = change.tell.length === 0 ? '' : ` To tell: ${namesOf(review, change.tell)}.`;
  const title = nameOf(review, change.session);
  const { before, after, moved } = change;
  if (!before)
    return `${title} has a place now: ${at(after!)}, with ${namesOf(review, after!.peers)}.${tell}`;
  if (!after) return `${title}, ${at(before)}, is no longer held.${tell}`;
  const parts = [
    ...(moved.includes('time') || moved.includes('place')
      ? [`moves from ${at(before)} to ${at(after)}`]
      : []),
    ...(moved.includes('peers')
      ? [`is taken by ${namesOf(review, after.peers)} in place of ${namesOf(review, before.peers)}`]
      : []),
    ...(moved.includes('lead')
      ? [after.lead === undefined ? 'is led by nobody yet' : `is led by ${nameOf(review, after.lead)}`]
      : []),
  ];
  return `${title} ${parts.join(' and ')}.${tell}`;
}
