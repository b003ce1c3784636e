import type { Review } from '../review/review.ts';
import { overlaps } from '../time/span.ts';
import type { Placement } from './placement.ts';
import { heldIn, type Programme } from './programme.ts';
import { lettersFor } from './streams.ts';

/** A change of a programme. Pure: gives a new one and leaves the old alone. */
export type Move = (programme: Programme) => Programme;

/** What was proven of a programme, and by which search it was found, is no longer so once it was changed by hand. */
function unproven({ cost: _, bound: __, ...programme }: Programme): Programme {
  return programme;
}

/** Who leads goes on leading for as long as they take the session, unless the change says otherwise. */
export const keepingLead = (placement: Placement, before: Placement | undefined): Placement =>
  placement.lead === undefined && before?.lead !== undefined && placement.peers.includes(before.lead)
    ? { ...placement, lead: before.lead }
    : placement;

/** Puts sessions where they are said to be, over where they were, or out of what has no place. */
export const placing =
  (placements: readonly Placement[]): Move =>
  (programme) => {
    const put = new Map(placements.map((p) => [p.session, p]));
    const kept = programme.placements.map((p) => {
      const there = put.get(p.session);
      return there ? keepingLead(there, p) : p;
    });
    const there = new Set(kept.map((p) => p.session));
    return unproven({
      ...programme,
      placements: [...kept, ...placements.filter((p) => !there.has(p.session))],
      unplaced: programme.unplaced.filter((u) => !put.has(u.session)),
    });
  };

/** Takes a session out of the week, and says why: it stands among what has no place, to be put back. */
export const parking =
  (session: string, because: string): Move =>
  (programme) =>
    unproven({
      ...programme,
      placements: programme.placements.filter((p) => p.session !== session),
      unplaced: [...programme.unplaced.filter((u) => u.session !== session), { session, because: [because] }],
    });

/**
 * Two sessions change times, and with the times streams and peers' journeys; each keeps its peers and, where it is not
 * its own office, its place. Undefined where one of the two has no place in the week.
 */
export function swapping(programme: Programme, one: string, other: string): Move | undefined {
  const [a, b] = [one, other].map((id) => programme.placements.find((p) => p.session === id));
  if (!a || !b) return undefined;
  const at = (from: Placement, to: Placement): Placement => {
    const length = from.end - from.start;
    // Sessions of a block end together (rule aligned-ends): a shorter one begins later.
    const start = to.end - length;
    return {
      ...from,
      start,
      end: to.end,
      away: { from: start - (from.start - from.away.from), to: to.end + (from.away.to - from.end) },
      stream: to.stream,
      told: false,
    };
  };
  return placing([at(a, b), at(b, a)]);
}

/** A session is taken by others, or is led by another of the same; its time and place stay. */
export const pairing =
  (session: string, peers: readonly string[], lead: string | undefined): Move =>
  (programme) => {
    const changed = (placement: Placement): Placement => {
      const { lead: _, ...rest } = placement;
      return { ...rest, peers, ...(lead !== undefined && peers.includes(lead) && { lead }) };
    };
    const there = programme.placements.find((p) => p.session === session);
    if (!there) return programme;
    const after = {
      ...programme,
      placements: programme.placements.map((p) => (p === there ? changed(p) : p)),
    };
    // Who leads costs nothing: what was proven of the programme is as true as before.
    const sameTeam = there.peers.length === peers.length && there.peers.every((id) => peers.includes(id));
    return sameTeam ? after : unproven(after);
  };

/**
 * Puts a session in another stream at the time that it has. What it would overlap there goes to the first column that is
 * free then; nothing else changes.
 */
export const inStream =
  (review: Review, session: string, stream: string): Move =>
  (programme) => {
    const own = programme.placements.find((p) => p.session === session);
    if (!own || own.stream === stream) return programme;
    const gives = new Set(
      programme.placements
        .filter((p) => p.session !== session && p.stream === stream && overlaps(p.away, own.away))
        .map((p) => p.session),
    );
    const kept = new Map(
      programme.placements.flatMap((p): readonly (readonly [string, string])[] =>
        gives.has(p.session) ? [] : [[p.session, p.session === session ? stream : p.stream]],
      ),
    );
    const letters = lettersFor(heldIn(review, programme), review.streams, kept);
    return {
      ...programme,
      placements: programme.placements.map((p) =>
        p.session === session || gives.has(p.session)
          ? { ...p, stream: p.session === session ? stream : (letters.get(p.session) ?? p.stream) }
          : p,
      ),
    };
  };
