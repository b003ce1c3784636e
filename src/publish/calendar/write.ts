import ical, { ICalCalendarMethod, ICalEventStatus, ICalEventTransparency } from 'ical-generator';
import { tzlib_get_ical_block } from 'timezones-ical-library';
import type { Review } from '../../review/review.ts';
import { toZoned } from '../../time/week.ts';
import { isDraft } from '../words.ts';
import type { Edition, Entry } from './entry.ts';
import { clean, escaped, oneLine } from './text.ts';

/** How often programs that listen are asked to look again. Seconds. */
const refresh = 3600;

/** The zone's VTIMEZONE; nothing for a zone that the library does not know, whose times are then written in UTC. */
function zoneBlock(zone: string): string | undefined {
  const answer = tzlib_get_ical_block(zone);
  const block = Array.isArray(answer) ? answer[0] : undefined;
  // An alias (GB) is answered with the zone's own name, which the events would not match.
  return block?.includes(`TZID:${zone}\r\n`) ? block : undefined;
}

/**
 * A calendar as iCalendar text (RFC 5545), the same bytes for the same edition. Stamps are of the edition,
 * never of the moment of asking. The zone is set for each event and its VTIMEZONE put in by hand before the first:
 * the calendar's own `timezone()` would take the Z off DTSTAMP and LAST-MODIFIED.
 */
export function writeCalendar(
  review: Pick<Review, 'week'> & Partial<Pick<Review, 'approvedAt'>>,
  name: string,
  description: string,
  entries: readonly Entry[],
  { sequence, stamp }: Edition,
): string {
  const { zone } = review.week;
  const block = zoneBlock(zone);
  const calendar = ical({
    prodId: '//Peerweek//Programme//EN',
    method: ICalCalendarMethod.PUBLISH,
    name: escaped(name),
    description: escaped(description),
    ttl: refresh,
  });
  for (const entry of entries) {
    const location = oneLine(entry.location);
    const details = clean(entry.description.map(oneLine).join('\n'));
    const status = isDraft(review) ? ICalEventStatus.TENTATIVE : ICalEventStatus.CONFIRMED;
    const own = entry.edition ?? { sequence: entry.cancelled ? sequence + 1 : sequence, stamp };
    calendar.createEvent({
      id: entry.uid,
      sequence: own.sequence,
      stamp: own.stamp,
      lastModified: own.stamp,
      start: toZoned(review.week, entry.from),
      end: toZoned(review.week, entry.to),
      ...(block !== undefined && { timezone: zone }),
      summary: oneLine(entry.cancelled ? `CANCELLED: ${entry.title}` : entry.title),
      ...(location !== '' && { location }),
      ...(details !== '' && { description: details }),
      status: entry.cancelled ? ICalEventStatus.CANCELLED : status,
      transparency: entry.cancelled ? ICalEventTransparency.TRANSPARENT : ICalEventTransparency.OPAQUE,
    });
  }
  const text = calendar.toString();
  // At the start of a line: a name that says the same stands after its own property's. Without any event the zone
  // stands alone: a calendar has to have something in it (RFC 5545, 3.6).
  const begins = text.indexOf('\r\nBEGIN:VEVENT\r\n');
  const first = begins < 0 ? text.lastIndexOf('\r\nEND:VCALENDAR') : begins;
  const withZone =
    block === undefined || first < 0 ? text : `${text.slice(0, first)}\r\n${block}${text.slice(first)}`;
  return `${withZone}\r\n`;
}
