import type { Placement } from './placement.ts';
import type { Programme, Unplaced } from './programme.ts';

export type MergedProgramme =
  | { readonly ok: true; readonly programme: Programme }
  /** Ids of the sessions that both moved, each to somewhere else. */
  | { readonly ok: false; readonly sessions: readonly string[] };

/** Where a session is: its placement, why it has none, or that it is not in the programme at all. */
type Seat = { readonly placed: Placement } | { readonly left: Unplaced } | undefined;

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

const seats = ({ placements, unplaced }: Programme): ReadonlyMap<string, Seat> =>
  new Map<string, Seat>([
    ...unplaced.map((left) => [left.session, { left }] as const),
    ...placements.map((placed) => [placed.session, { placed }] as const),
  ]);

/**
 * Brings together what two people made of one programme, session by session: what only one of them moved is where that
 * one put it. A session that both moved, each to somewhere else, is a clash; that two sessions now want the same place
 * is not: the rule book will say so.
 */
export function mergeProgrammes(before: Programme, ours: Programme, theirs: Programme): MergedProgramme {
  const [was, mine, other] = [seats(before), seats(ours), seats(theirs)];
  const clashes: string[] = [];
  const chosen = new Map<string, Seat>();
  for (const session of new Set([...other.keys(), ...mine.keys()])) {
    const [a, b, c] = [was.get(session), mine.get(session), other.get(session)];
    if (same(b, c) || same(a, b)) chosen.set(session, c);
    else if (same(a, c)) chosen.set(session, b);
    else clashes.push(session);
  }
  if (clashes.length > 0) return { ok: false, sessions: clashes };
  // What they proved stands only where nothing of ours came in.
  const untouched = [...chosen].every(([session, seat]) => same(seat, other.get(session)));
  if (untouched && same(ours.fixedEvents, before.fixedEvents)) return { ok: true, programme: theirs };
  const alone = same(theirs, before);
  if (alone) return { ok: true, programme: ours };
  const { cost: _, bound: __, ...rest } = theirs;
  return {
    ok: true,
    programme: {
      ...rest,
      fixedEvents: same(ours.fixedEvents, before.fixedEvents) ? theirs.fixedEvents : ours.fixedEvents,
      placements: [...chosen.values()].flatMap((seat) => (seat && 'placed' in seat ? [seat.placed] : [])),
      unplaced: [...chosen.values()].flatMap((seat) => (seat && 'left' in seat ? [seat.left] : [])),
    },
  };
}
