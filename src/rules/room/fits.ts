import { hostOf, partsOf, roomOf } from '../../review/facts.ts';
import type { Place, Room } from '../../review/places.ts';
import type { Review } from '../../review/review.ts';
import type { Session } from '../../review/session.ts';

/** Whether a place is one that the session asks for; an office, only where its host is known to have one. */
export function isAskedFor(review: Review, session: Session, place: Place): boolean {
  const need = session.place;
  if ('office' in place) return need.office === true && hostOf(review, session)?.office !== undefined;
  if ('phone' in place) return need.phone === true;
  if ('site' in place) return need.site === place.site;
  const room = roomOf(review, place.room);
  if (!room) return false;
  if (need.room !== true && need.room !== room.id) return false;
  return need.atSite === undefined || need.atSite === room.site;
}

/** People in the room: those who come (a visit's included sessions one after the other, so the most at once) and the peers. */
export const peopleIn = (review: Review, session: Session): number =>
  Math.max(...partsOf(review, session).map((s) => s.headcount)) + session.peers.count;

/** The equipment asked for that a room has not got. */
export const lacking = (wanted: readonly string[], room: Room): readonly string[] =>
  wanted.filter((item) => !room.equipment.includes(item));

/** The smallest room that the session could have, going by size and equipment alone: a way out to name. */
export function roomFor(review: Review, session: Session): Room | undefined {
  const people = peopleIn(review, session);
  return review.rooms
    .filter(
      (room) =>
        !room.baseRoom &&
        room.capacity >= people &&
        lacking(session.place.equipment, room).length === 0 &&
        isAskedFor(review, session, { room: room.id }),
    )
    .sort((a, b) => a.capacity - b.capacity)[0];
}
