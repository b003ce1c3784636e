import type { TravelEntry } from '../review/file.ts';
import type { Entry } from './entry.ts';

/** Minutes between two sites that nobody has timed: across a town by car, parking and finding the door included. */
export const USUAL_TRAVEL = 30;
/** The longest journey that a file can give. Minutes. */
const LONGEST = 600;

/** What is taken for a journey that nobody has timed. */
export interface UsualWay {
  readonly minutes: number;
  /** The sites that it leads over, where that way is known; empty: nothing is known, and it is the usual time. */
  readonly over: readonly string[];
}

const isBetween = ({ between }: TravelEntry, a: string, b: string): boolean =>
  between.includes(a) && between.includes(b) && a !== b;

/** The journey between two sites; undefined where the entry has none. */
export const journeyIn = (entry: Entry, a: string, b: string): TravelEntry | undefined =>
  entry.travel?.find((journey) => isBetween(journey, a, b));

/**
 * What to take for the way from a site to every other until somebody says better: the shortest way over other sites
 * whose journeys are known, which the direct way can't be longer than; else the usual time. Too long costs a few
 * places, too short makes people late, so it errs to the long side.
 */
export function usualWays(entry: Entry, from: string): ReadonlyMap<string, UsualWay> {
  const timed = (entry.travel ?? []).filter((journey) => !journey.assumed);
  const best = new Map<string, UsualWay>([[from, { minutes: 0, over: [] }]]);
  const done = new Set<string>();
  for (;;) {
    const [next] = [...best].filter(([site]) => !done.has(site)).sort((a, b) => a[1].minutes - b[1].minutes);
    if (!next) break;
    const [at, way] = next;
    done.add(at);
    for (const { between, minutes } of timed) {
      if (!between.includes(at)) continue;
      const to = between[0] === at ? between[1] : between[0];
      const total = way.minutes + minutes;
      const known = best.get(to);
      if (total <= LONGEST && (!known || total < known.minutes))
        best.set(to, { minutes: total, over: at === from ? [] : [...way.over, at] });
    }
  }
  return new Map(
    (entry.sites ?? [])
      .filter((site) => site.id !== from)
      .map((site) => [site.id, best.get(site.id) ?? { minutes: USUAL_TRAVEL, over: [] }]),
  );
}

/** A journey for every two sites: where nobody has timed it, what is usual, marked as assumed. */
export function withUsualTravel(entry: Entry): Entry {
  const sites = entry.sites ?? [];
  const before = entry.travel ?? [];
  const timed = before.filter((journey) => !journey.assumed);
  const assumed = sites.flatMap((a, i) => {
    if (sites.slice(i + 1).every((b) => timed.some((journey) => isBetween(journey, a.id, b.id)))) return [];
    const ways = usualWays(entry, a.id);
    return sites.slice(i + 1).flatMap((b): readonly TravelEntry[] => {
      if (timed.some((journey) => isBetween(journey, a.id, b.id))) return [];
      const minutes = ways.get(b.id)?.minutes ?? USUAL_TRAVEL;
      const there = before.find((journey) => isBetween(journey, a.id, b.id));
      return [there?.minutes === minutes ? there : { between: [a.id, b.id], minutes, assumed: true }];
    });
  });
  // Those that stay keep their place in the list, so that what did not change is not written anew.
  const kept = before.filter((journey) => !journey.assumed || assumed.includes(journey));
  const added = assumed.filter((journey) => !before.includes(journey));
  if (added.length === 0 && kept.length === before.length) return entry;
  return { ...entry, travel: [...kept, ...added] };
}
