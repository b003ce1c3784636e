import type { Entry } from '../../../src/entry/entry.ts';
import { seatsIn } from '../../../src/entry/seat.ts';
import { addresses } from '../../addresses.ts';

/** People who could be named in sessions that name nobody yet, as a button; null where there is nobody. */
export function seatsView(entry: Entry) {
  const people = new Set(seatsIn(entry).map((seat) => seat.contact)).size;
  return people === 0
    ? null
    : {
        action: addresses.listSeats(entry.review.id),
        text:
          people === 1
            ? '1 person fills a line of the list whose session names nobody yet.'
            : `${people} people fill lines of the list whose sessions name nobody yet.`,
        button: people === 1 ? 'Name them in that session' : 'Name them in their sessions',
      };
}
