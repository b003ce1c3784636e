import type { Held } from '../programme/placement.ts';
import { placeName } from '../programme/programme.ts';
import { hostOf, roomOf, siteOfPlace } from '../review/facts.ts';
import { perReview } from '../review/per-review.ts';
import type { Review } from '../review/review.ts';
import { dayOf } from '../time/span.ts';
import { weekday } from '../time/words.ts';
import type { Rule } from './rule.ts';

/** The building of a room or office; one that names none is in its site's main building. Undefined out of rooms. */
function buildingOf(review: Review, { session, placement: { place } }: Held): string | undefined {
  if ('room' in place) return roomOf(review, place.room)?.building ?? '';
  if ('office' in place) return hostOf(review, session)?.office?.building ?? '';
  return undefined;
}

/** Whether any room or office is in a building of its own at all. */
const hasBuildings = perReview((review) => {
  const named = [...review.rooms.map((r) => r.building), ...review.contacts.map((c) => c.office?.building)];
  return named.some((building) => building !== undefined);
});

/** Going from one building to another of the same site; to another site is a journey, which `travel` counts. */
const isChange = (review: Review, a: Held, b: Held): boolean => {
  const [from, to] = [buildingOf(review, a), buildingOf(review, b)];
  return (
    from !== undefined &&
    to !== undefined &&
    from !== to &&
    siteOfPlace(review, a.session, a.placement.place) === siteOfPlace(review, b.session, b.placement.place)
  );
};

const lunchBetween = (review: Review, peer: string, a: Held, b: Held): boolean =>
  review.frame.events.some(
    (e) =>
      e.kind === 'lunch' &&
      (e.peers === 'all' || e.peers.includes(peer)) &&
      a.placement.end <= e.from &&
      e.to <= b.placement.start,
  );

/**
 * A peer stays in one building through a half-day, lunch being where one half ends and the other begins (manual 960).
 * Calls by phone are passed over, since they are made from anywhere; being out at a site begins anew.
 */
export const roomClose: Rule = {
  id: 'room-close',
  title: 'One building for a half-day',
  group: 'places',
  manual: ['960'],
  parts: [
    {
      name: 'rule',
      kind: 'want',
      weight: 2,
      shape: 'whole',
      over: 'peer-day',
      mendedBy: 'fewer',
      looksAt: ['time', 'place'],
      asks: 'A pair stays in one building through a half-day.',
      test(review, { peer, held }) {
        if (!peer || held.length < 2 || !hasBuildings(review)) return [];
        const walked = held.filter((h) => !('phone' in h.placement.place));
        return walked.slice(1).flatMap((next, i) => {
          const last = walked[i]!;
          if (!isChange(review, last, next) || lunchBetween(review, peer.id, last, next)) return [];
          return [
            {
              who: [peer.id],
              sessions: [last.session.id, next.session.id],
              when: { from: last.placement.end, to: next.placement.start },
              say: () =>
                `${peer.name} goes from ${placeName(review, last)} to ${placeName(review, next)} between ${last.session.title} and ${next.session.title} on ${weekday(review.week, dayOf(next.placement.start))}: another building.`,
            },
          ];
        });
      },
    },
  ],
};
