import type { Review } from '../review/review.ts';
import type { Session } from '../review/session.ts';
import type { Programme } from './programme.ts';

/**
 * A review in which what is locked in a programme leaves no choice: for building it anew, where all the rest is free.
 * A lock takes its values from the programme; what has no place in it is not held.
 */
export function asLocked(review: Review, programme: Pick<Programme, 'placements'>): Review {
  const held = (session: Session): Session => {
    const placement = programme.placements.find((p) => p.session === session.id);
    const locks = review.locks.filter((l) => l.session === session.id);
    if (!placement || locks.length === 0) return session;
    return {
      ...session,
      ...(locks.some((l) => l.time) && { fixed: placement.start }),
      ...(locks.some((l) => l.place) && {
        place: { ...placement.place, equipment: session.place.equipment },
      }),
      ...(locks.some((l) => l.peers) && {
        peers: { count: placement.peers.length, named: placement.peers },
      }),
    };
  };
  return { ...review, sessions: review.sessions.map(held) };
}
