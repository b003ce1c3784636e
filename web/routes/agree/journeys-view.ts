import type { OpenReview } from '../../../src/actions/open-review.ts';
import { heldIn, type Programme } from '../../../src/programme/programme.ts';
import { awayWords, journeyWords, whereHeld } from '../../../src/publish/where.ts';
import { namesOf } from '../../../src/review/facts.ts';
import { dayOf } from '../../../src/time/span.ts';
import { dayName } from '../../../src/time/words.ts';
import { addresses } from '../../addresses.ts';

/** Who is on the way when, where to, and how far it is. */
export const journeysView = ({ review }: OpenReview, programme: Programme) =>
  heldIn(review, programme).flatMap((held) => {
    const place = whereHeld(review, held);
    const away = awayWords(held);
    if (away === undefined || !place.elsewhere) return [];
    return [
      {
        day: dayName(review.week, dayOf(held.placement.start)),
        title: held.session.title,
        href: addresses.session(review.id, held.session.id),
        who: namesOf(review, held.placement.peers),
        away,
        journey: journeyWords(review, place) ?? '',
      },
    ];
  });
