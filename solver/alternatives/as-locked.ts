import type { Placement } from '../../src/programme/placement.ts';
import type { Programme } from '../../src/programme/programme.ts';
import type { PlaceNeed } from '../../src/review/places.ts';
import type { Review } from '../../src/review/review.ts';
import type { Session } from '../../src/review/session.ts';

/** The need that only this place meets. */
function needOf({ place: { equipment } }: Session, { place }: Placement): PlaceNeed {
  if ('room' in place) return { room: place.room, equipment };
  if ('site' in place) return { site: place.site, equipment };
  return 'phone' in place ? { phone: true, equipment } : { office: true, equipment };
}

/**
 * The review with what is locked asked for as it stands in a programme: its time, its place, its peers. A lock takes its
 * values from the programme that is kept, and an alternative keeps none.
 */
export function asLocked(review: Review, programme: Programme): Review {
  if (review.locks.length === 0) return review;
  const standing = new Map(programme.placements.map((p) => [p.session, p]));
  const asked = (session: Session): Session => {
    const at = standing.get(session.id);
    const locks = review.locks.filter((l) => l.session === session.id);
    if (!at) return session;
    return {
      ...session,
      ...(locks.some((l) => l.time) && { fixed: at.start, minutes: at.end - at.start }),
      ...(locks.some((l) => l.place) && { place: needOf(session, at) }),
      ...(locks.some((l) => l.peers) && { peers: { count: at.peers.length, named: at.peers } }),
    };
  };
  return { ...review, sessions: review.sessions.map(asked), locks: [] };
}
