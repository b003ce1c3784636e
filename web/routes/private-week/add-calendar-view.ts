import type { Followed } from '../../../src/actions/follow-link.ts';
import { addresses } from '../../addresses.ts';
import { calendarLinks } from '../../calendar-links.ts';
import { ownerOf } from './view.ts';

/** How the calendar of a private link is had in Outlook, Google, Apple and Thunderbird. */
export function addCalendarView(followed: Followed, token: string, origin: string) {
  const name = ownerOf(followed);
  return {
    name,
    council: followed.line.council,
    back: followed.kind === 'whole' ? '' : addresses.privateWeek(token),
    links: calendarLinks(origin, token, `Peer review, ${name}`),
    file: addresses.feed(token),
  };
}
