import type { Place } from '../../src/review/places.ts';
import type { Review } from '../../src/review/review.ts';
import type { Session } from '../../src/review/session.ts';
import type { Asking } from './asking.ts';
import type { Fixed } from './kept.ts';
import type { PlaceChoice } from './model.ts';
import { lookingAt, type Parts } from './parts.ts';
import { nothing, trial } from './trial.ts';

/** Everywhere the session's need allows, before the rules are asked. */
function placesNamed(review: Review, session: Session): readonly Place[] {
  const { place } = session;
  const out: Place[] = [];
  if (place.office) out.push({ office: true });
  if (typeof place.room === 'string') out.push({ room: place.room });
  else if (place.room) {
    for (const room of review.rooms) {
      if (place.atSite === undefined || room.site === place.atSite) out.push({ room: room.id });
    }
  }
  if (place.site !== undefined) out.push({ site: place.site });
  if (place.phone) out.push({ phone: true });
  return out;
}

/** Where a session could be whatever the time, with the price of each place and the peers who can go there. */
export function placesFor(
  review: Review,
  session: Session,
  parts: Parts,
  fixed: Fixed | undefined,
  asking: Asking,
): readonly PlaceChoice[] {
  const { placedMusts, placedWants } = parts;
  const out: PlaceChoice[] = [];
  for (const place of fixed?.place ? [fixed.placement.place] : placesNamed(review, session)) {
    const held = trial(review, session, 0, place, []);
    const key = JSON.stringify(place);
    if (!fixed?.place && asking.isRefused(lookingAt(placedMusts, 'place'), held, 'place', key)) continue;
    const price = nothing();
    asking.pay(lookingAt(placedWants, 'place'), held, price, key);
    let peers = 0;
    review.peers.forEach((peer, p) => {
      const one = trial(review, session, 0, place, [peer.id]);
      const musts = lookingAt(placedMusts, 'place', 'peer');
      if (fixed?.peers || !asking.isRefused(musts, one, 'peer', `${p} ${key}`)) peers |= 1 << p;
    });
    out.push({ place, price, peers });
  }
  return out;
}
