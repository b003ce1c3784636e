import { createHash } from 'node:crypto';
import type { Held } from '../programme/placement.ts';
import { asHeld, type Programme } from '../programme/programme.ts';
import type { Review } from '../review/review.ts';
import { type Audience, byTime, contentsOf, entriesFor } from './calendar/contents.ts';
import { writeCalendar } from './calendar/write.ts';

export type { Audience } from './calendar/contents.ts';

/**
 * An iCalendar feed (RFC 5545): the whole programme, a peer's, a contact's or a room's. A contact's holds their own
 * slots and nothing of anyone else's; a peer's has their journeys as times of their own. `cancelled` are sessions
 * that were in it before and are no longer: they stay until the week is over, marked so. Its edition is the
 * review's last edit: for what was never released. Undefined where the review knows no such person or room.
 */
export function calendarFor(
  review: Review,
  programme: Programme,
  audience: Audience,
  cancelled: readonly Held[] = [],
): string | undefined {
  const live = entriesFor(review, programme, audience);
  const contents = contentsOf(asHeld(review, programme), audience);
  if (!live || !contents) return undefined;
  const { name, own, entries } = contents;
  const present = new Set(live.entries.map((entry) => entry.uid));
  const gone = own(cancelled)
    .flatMap((h) => entries(h, true))
    .filter((entry) => !present.has(entry.uid));
  return writeCalendar(
    review,
    `${review.council}: ${name}`,
    'The on-site week of the children’s safeguarding peer review.',
    [...live.entries, ...gone].sort(byTime),
    { sequence: review.revision, stamp: review.editedAt },
  );
}

/** A calendar with nothing in it: what somebody is given before anything is agreed. `says` is why. */
export const emptyCalendar = (council: string, firstDay: string, says: string): string =>
  writeCalendar({ week: { firstDay, zone: 'Europe/London' } }, `${council}: peer review`, says, [], {
    sequence: 0,
    stamp: `${firstDay}T00:00:00Z`,
  });

/** A strong ETag (RFC 9110, 8.8.3), made from the content alone. */
export const etagOf = (text: string): string => `"${createHash('sha256').update(text).digest('base64url')}"`;
