import { tzlib_get_ical_block } from 'timezones-ical-library';
import { findIana } from 'windows-iana';
import { isNamedZone } from '../times.ts';

/**
 * The zone that a calendar program means by a name: IANA's own, also behind the prefixes that older programs write; the
 * names of Windows (`GMT Standard Time`); the descriptions of older Exchange servers (`(UTC+00:00) … London`).
 * Undefined for one that nobody knows.
 */
export function zoneNamed(name: string): string | undefined {
  const plain = name.trim().replace(/^"|"$/g, '');
  if (/^(utc|gmt|z|etc\/(utc|gmt)|tzone:\/\/microsoft\/utc|\(utc\).*universal.*)$/i.test(plain)) return 'UTC';
  const path = /([A-Z][A-Za-z_]+(?:\/[A-Z][A-Za-z_-]+)+)$/.exec(plain)?.[1];
  for (let zone = path; zone?.includes('/'); zone = zone.slice(zone.indexOf('/') + 1))
    if (isNamedZone(zone)) return zone;
  const windows = findIana(plain)[0];
  if (windows) return windows;
  if (/\b(london|edinburgh|dublin|lisbon)\b|^greenwich( mean)? time$|^gmt(\/bst)?$|^bst$/i.test(plain))
    return 'Europe/London';
  return described(plain);
}

/** `(UTC+01:00) Brussels, Copenhagen, Madrid, Paris`: the zone of the first city that has one; `… Eastern Time (US & Canada)`. */
function described(name: string): string | undefined {
  const said = /^\((?:UTC|GMT)[+-]\d\d:\d\d\)\s*(.+)$/i.exec(name)?.[1];
  if (said === undefined) return undefined;
  const american = /^(\w+) Time \(US & Canada\)$/.exec(said)?.[1];
  if (american !== undefined) return findIana(`${american} Standard Time`)[0];
  const cities = said.split(',').map((city) => city.trim().toLowerCase().replaceAll(' ', '_'));
  const zones = Intl.supportedValuesOf('timeZone');
  return cities.flatMap((city) => zones.find((zone) => zone.toLowerCase().endsWith(`/${city}`)) ?? [])[0];
}

/** The rules of a zone (a VTIMEZONE) under the name that the calendar has for it; undefined where the zone is not known. */
export function zoneRules(name: string): readonly string[] | undefined {
  const zone = zoneNamed(name);
  if (zone === undefined) return undefined;
  if (zone === 'UTC') return rulesOfUtc(name);
  const answer = tzlib_get_ical_block(zone);
  const block = Array.isArray(answer) ? answer[0] : undefined;
  return block?.split(/\r?\n/).map((line) => (line.startsWith('TZID:') ? `TZID:${name}` : line));
}

const rulesOfUtc = (name: string): readonly string[] => [
  'BEGIN:VTIMEZONE',
  `TZID:${name}`,
  'BEGIN:STANDARD',
  'DTSTART:19700101T000000',
  'TZOFFSETFROM:+0000',
  'TZOFFSETTO:+0000',
  'END:STANDARD',
  'END:VTIMEZONE',
];
