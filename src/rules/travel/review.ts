import { nameOf, siteOfEvent, travelMinutes } from '../../review/facts.ts';
import { dayOf, length } from '../../time/span.ts';
import { minutes, weekday } from '../../time/words.ts';
import type { DataPart } from '../rule.ts';
import { LUNCH } from '../week/lunch.ts';
import { isForAll } from './gaps.ts';

/** A pair of sites without minutes would count as no way at all. */
export const sitesWithoutTravel: DataPart = {
  name: 'sites',
  kind: 'check',
  shape: 'data',
  asks: 'The travel time between every two sites is known.',
  test(review) {
    const key = (ids: readonly string[]) => [...ids].sort().join(' ');
    const known = new Map(review.travel.map((t) => [key(t.between), t]));
    return review.sites.flatMap((a, i) =>
      review.sites.slice(i + 1).flatMap((b) => {
        const journey = known.get(key([a.id, b.id]));
        if (journey && !journey.assumed) return [];
        const mend = 'say how many minutes it is from door to door.';
        return [
          {
            where: b.id,
            say: () =>
              journey
                ? `Nobody has timed the way between ${a.name} and ${b.name}, so ${minutes(journey.minutes)} are taken: ${mend}`
                : `No travel time is given between ${a.name} and ${b.name}, so it counts as none: ${mend}`,
          },
        ];
      }),
    );
  },
};

/** The whole team's own events, which no programme can move apart. */
export const eventsTooClose: DataPart = {
  name: 'frame',
  kind: 'check',
  shape: 'data',
  asks: 'Between fixed events at different sites the team has the travel time.',
  test(review) {
    const events = review.frame.events.filter((e) => isForAll(e) && e.kind !== 'break');
    return events.slice(1).flatMap((next, i) => {
      const last = events[i]!;
      if (last.day !== next.day || next.from < last.to) return [];
      const needed = travelMinutes(review, siteOfEvent(review, last), siteOfEvent(review, next));
      const lunch = [last, next].find((e) => e.kind === 'lunch');
      const gap = next.from - last.to + (lunch ? Math.max(0, length(lunch) - LUNCH) : 0);
      if (gap >= needed) return [];
      return [
        {
          when: { from: last.to, to: next.from },
          say: () =>
            `On ${weekday(review.week, dayOf(next.from))} the team has ${minutes(gap)} from ${last.title} at ${nameOf(review, siteOfEvent(review, last) ?? '')} to ${next.title} at ${nameOf(review, siteOfEvent(review, next) ?? '')}: the way takes ${needed}.`,
        },
      ];
    });
  },
};
