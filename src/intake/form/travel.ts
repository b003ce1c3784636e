import type { Edit, Entry } from '../../entry/entry.ts';
import { journeyIn, withUsualTravel } from '../../entry/usual-travel.ts';
import type { SiteEntry, TravelEntry } from '../../review/file.ts';
import { type Fields, type FormReading, Sent, valuesIn } from './sent.ts';

/** Every two sites, in the order of the list. */
export const waysOf = (entry: Entry): readonly (readonly [SiteEntry, SiteEntry])[] => {
  const sites = entry.sites ?? [];
  return sites.flatMap((a, i) => sites.slice(i + 1).map((b) => [a, b] as const));
};

/** The field of the minutes between two sites. Ids have no full stops. */
export const wayField = (a: string, b: string): string => `way.${a}.${b}`;

/** What the matrix says: minutes where somebody timed the way, nothing where the usual time is to be taken. */
export function readTravel(entry: Entry, fields: Fields): FormReading<Edit> {
  const sent = new Sent(fields);
  const said = waysOf(entry).flatMap(([a, b]) => {
    const field = wayField(a.id, b.id);
    // A site that was added meanwhile has no field here.
    if (valuesIn(fields, field).length === 0) return [];
    return [{ a: a.id, b: b.id, minutes: sent.whole(field, 0, 600, `${a.name} to ${b.name}: the minutes`) }];
  });
  return sent.reading((now) => {
    const changed = said.reduce((so, { a, b, minutes }) => setWay(so, a, b, minutes), now);
    return withUsualTravel(changed);
  });
}

function setWay(entry: Entry, a: string, b: string, minutes: number | undefined): Entry {
  const there = journeyIn(entry, a, b);
  const travel = entry.travel ?? [];
  if (minutes === undefined)
    return there && !there.assumed ? { ...entry, travel: travel.filter((t) => t !== there) } : entry;
  if (there && !there.assumed && there.minutes === minutes) return entry;
  const { assumed: _, ...kept } =
    there ?? ({ between: [a, b], minutes } satisfies TravelEntry as TravelEntry);
  const next: TravelEntry = { ...kept, minutes };
  return { ...entry, travel: there ? travel.map((t) => (t === there ? next : t)) : [...travel, next] };
}

/** The journeys as the fields of the matrix: blank where the usual time is taken. */
export const travelFields = (entry: Entry): Fields =>
  Object.fromEntries(
    waysOf(entry).map(([a, b]) => {
      const journey = journeyIn(entry, a.id, b.id);
      return [wayField(a.id, b.id), journey && !journey.assumed ? String(journey.minutes) : ''];
    }),
  );
