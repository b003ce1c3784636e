import type { Draft, OpenReview } from '../../../src/actions/open-review.ts';
import type { Elsewhere, PlaceInWeek, Way } from '../../../src/check/elsewhere.ts';
import type { Place } from '../../../src/review/places.ts';
import type { LaidOpen } from '../../laid-open.ts';

/** Where a session is to go, as a form or an address says it. */
export interface SeatAsked {
  /** Minutes of the week. */
  readonly start: string;
  /** With the room and pair that it has. */
  readonly keeping: boolean;
  /** A place and a pair, where they are chosen: as `placeWord` and `pairWord` have them. */
  readonly place: string;
  readonly pair: string;
}

/** A place in an address or a form: `office`, `phone`, `room:ID`, `site:ID`. */
export function placeWord(place: Place): string {
  if ('room' in place) return `room:${place.room}`;
  if ('site' in place) return `site:${place.site}`;
  return 'phone' in place ? 'phone' : 'office';
}

/** The place of such a word; undefined where it is none. */
export function placeOf(word: string): Place | undefined {
  if (word === 'office') return { office: true };
  if (word === 'phone') return { phone: true };
  const [, kind, id] = /^(room|site):(.+)$/.exec(word) ?? [];
  if (kind === undefined || id === undefined) return undefined;
  return kind === 'room' ? { room: id } : { site: id };
}

/** Peers in an address or a form. */
export const pairWord = (peers: readonly string[]): string => [...peers].sort().join(' ');

export const placeAt = ({ places }: Elsewhere, start: string): PlaceInWeek | undefined =>
  places.find((p) => String(p.start) === start);

/** The best way to a time, or the one with the room and pair that it has. */
function usualWay(place: PlaceInWeek, keeping: boolean): Way | undefined {
  switch (place.state) {
    case 'here':
      return place.better;
    case 'free':
      return keeping ? (place.keeping ?? place.way) : place.way;
    case 'moves':
      return place.way;
    default:
      return undefined;
  }
}

/** The way to where a session is asked to go; undefined where it can’t be had. Clicks, keys, drops and programs all come by here. */
export async function wayAsked(
  laidOpen: LaidOpen,
  open: OpenReview,
  draft: Draft,
  session: string,
  { start, keeping, place, pair }: SeatAsked,
): Promise<Way | undefined> {
  const told = await laidOpen.placesOf(open, draft, session);
  const there = told && placeAt(told, start);
  if (!told || !there) return undefined;
  if (place === '' && pair === '') return usualWay(there, keeping);
  if (there.state !== 'free' && there.state !== 'here') return undefined;
  const usual = usualWay(there, keeping)?.placement ?? told.here;
  const [at, peers] = [
    place === '' ? usual?.place : placeOf(place),
    pair === '' ? usual?.peers : pair.split(' '),
  ];
  return at && peers
    ? laidOpen.seatOf(open, draft, session, { start: there.start, place: at, peers })
    : undefined;
}
