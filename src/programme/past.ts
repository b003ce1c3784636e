import type { Minute } from '../time/span.ts';
import type { Placement } from './placement.ts';
import type { Programme } from './programme.ts';

/** Whether a placement had begun at a minute of the week, its journey left out. */
export const hasBegun = ({ start }: Pick<Placement, 'start'>, minute: Minute): boolean => start < minute;

/** Whether two placements are the same to those who are there, whatever column they are drawn in. */
function isSame(a: Placement | undefined, b: Placement | undefined): boolean {
  if (!a || !b) return a === b;
  const facts = ({ start, end, away, place, peers, lead }: Placement) =>
    JSON.stringify([start, end, away.from, away.to, Object.entries(place), peers, lead ?? null]);
  return facts(a) === facts(b);
}

/**
 * A draft in which everything that had begun by a minute is as it was agreed, and nothing else has begun: what has
 * happened stays as it was, whatever the draft made of it.
 */
export function withPastOf(
  agreed: Pick<Programme, 'placements'>,
  draft: Programme,
  minute: Minute,
): Programme {
  const known = new Map(agreed.placements.map((p) => [p.session, p]));
  const drafted = new Map(draft.placements.map((p) => [p.session, p]));
  const placements: Placement[] = [];
  const lost: string[] = [];
  for (const id of new Set([...drafted.keys(), ...known.keys()])) {
    const [was, is] = [known.get(id), drafted.get(id)];
    if (was && (hasBegun(was, minute) || (is && hasBegun(is, minute)))) placements.push(was);
    else if (is && hasBegun(is, minute)) lost.push(id);
    else if (is) placements.push(is);
  }
  const untouched = placements.every((p) => isSame(drafted.get(p.session), p));
  if (untouched && placements.length === draft.placements.length) return draft;
  const { cost: _, bound: __, ...rest } = draft;
  const placed = new Set(placements.map((p) => p.session));
  return {
    ...rest,
    placements,
    unplaced: [
      ...draft.unplaced.filter((u) => !placed.has(u.session)),
      ...lost.map((session) => ({ session, because: ['Its time had passed before it was agreed.'] })),
    ],
  };
}

/** Whether a programme leaves alone what had begun, and puts nothing where it would have begun already. */
export function keepsThePast(
  before: Pick<Programme, 'placements'>,
  after: Pick<Programme, 'placements'>,
  minute: Minute,
): boolean {
  const now = new Map(after.placements.map((p) => [p.session, p]));
  const was = new Map(before.placements.map((p) => [p.session, p]));
  return (
    before.placements.every((p) => !hasBegun(p, minute) || isSame(now.get(p.session), p)) &&
    after.placements.every((p) => {
      const stood = was.get(p.session);
      return !hasBegun(p, minute) || (stood !== undefined && hasBegun(stood, minute));
    })
  );
}
