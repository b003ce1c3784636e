import type { Entry } from '../../../src/entry/entry.ts';
import { clockWords } from '../../../src/intake/form/clock.ts';
import { listed } from '../../../src/publish/words.ts';
import type { PlaceNeedEntry, SessionEntry } from '../../../src/review/file.ts';
import type { Priority, SessionKind, VisitKind } from '../../../src/review/session.ts';
import { dayName, weekday } from '../../../src/time/words.ts';

export const priorityWords: Readonly<Record<Priority, string>> = {
  must: 'Must be held',
  should: 'Should be held',
  could: 'Could be held',
};

export const visitWords: Readonly<Record<VisitKind, string>> = {
  'accident-and-emergency': 'Accident and emergency',
  'duty-desk': 'Duty desk or frontline access point',
  'commissioned-service': 'A commissioned service',
  other: 'Another place',
};

/** Where a session of a kind is held where nothing is said. */
export const usualPlaceWords: Readonly<Record<SessionKind, string>> = {
  interview: 'Their office or any room',
  debrief: 'Their office or any room',
  'focus-group': 'Any room',
  'record-review': 'Any room',
  'site-visit': '',
};

export const weekOf = ({ review: { firstDay, timeZone: zone = 'Europe/London' } }: Entry) => ({
  firstDay,
  zone,
});

export const nameIn = (
  items: readonly { readonly id: string; readonly name: string }[] | undefined,
  id: string,
): string => items?.find((item) => item.id === id)?.name ?? id;

/** Who is seen: `Priya Shah`, `Ann Lee and 11 others`. */
export function whoWords(entry: Entry, { contacts = [], headcount }: SessionEntry): string {
  const names = contacts.map((id) => nameIn(entry.contacts, id));
  const more = Math.max(0, (headcount ?? 0) - names.length);
  const unnamed = more === 0 ? [] : [names.length === 0 ? `${more} people` : `${more} more`];
  return names.length > 3
    ? `${names[0]} and ${names.length - 1 + more} others`
    : listed([...names, ...unnamed]);
}

/** Where a session may be: `Their office or Committee Room A`. */
export function placeWords(entry: Entry, kind: SessionKind, place: PlaceNeedEntry | undefined): string {
  const ways = placeWays(entry, place);
  if (ways.length === 0) return usualPlaceWords[kind];
  const text = ways.join(' or ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function placeWays(entry: Entry, place: PlaceNeedEntry = {}): readonly string[] {
  const at = place.atSite ? ` at ${nameIn(entry.sites, place.atSite)}` : '';
  return [
    place.office && 'their office',
    place.room === true ? `any room${at}` : place.room && nameIn(entry.rooms, place.room),
    place.site && nameIn(entry.sites, place.site),
    place.phone && 'by phone',
  ].filter((way): way is string => Boolean(way));
}

/** When a session may be, where that is not the whole week. */
export function whenWords(entry: Entry, session: SessionEntry): string {
  const week = weekOf(entry);
  const { fixed, earliestDay: first, latestDay: last, after = [], evening } = session;
  const day = fixed && [0, 1, 2, 3, 4, 5].find((d) => dateIs(week.firstDay, d, fixed));
  const days =
    first !== undefined && first === last
      ? `on ${weekday(week, first)}`
      : [
          first === undefined ? '' : `from ${weekday(week, first)}`,
          last === undefined ? '' : `to ${weekday(week, last)}`,
        ]
          .filter(Boolean)
          .join(' ');
  const words = [
    fixed &&
      `${typeof day === 'number' ? weekday(week, day) : fixed.slice(0, 10)} ${clockWords(fixed.slice(11))}`,
    days,
    after.length > 0 &&
      `after ${listed(after.map((id) => entry.sessions?.find((s) => s.id === id)?.title ?? id))}`,
    evening && 'evenings too',
  ].filter(Boolean);
  const text = words.join('; ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}

const dateIs = (firstDay: string, day: number, fixed: string): boolean =>
  fixed.startsWith(
    new Date(Date.parse(firstDay) + (day - 1) * 24 * 60 * 60 * 1000).toISOString().slice(0, 10),
  );

/** Days 0 to 5 to choose from, with their dates. */
export const dayOptions = (entry: Entry, none: string) => [
  { value: '', text: none },
  ...[0, 1, 2, 3, 4, 5].map((day) => ({
    value: String(day),
    text: `${dayName(weekOf(entry), day)}${day === 0 ? ' (the evening before)' : ''}`,
  })),
];
