import { roomOf, siteOf } from '../review/facts.ts';
import type { FixedEvent } from '../review/frame.ts';
import type { Review } from '../review/review.ts';
import { clock, momentName, weekday } from '../time/words.ts';
import type { Rule } from './rule.ts';
import { teamEvents } from './week/frame-times.ts';

const conferenceOf = (review: Review): FixedEvent | undefined => teamEvents(review, 'conference', 5)[0];

/** Day 5: the presentation is completed, given, and followed by the conference (manual 372-378, 1472, 1624-1625, Appendices 16 and 18). */
export const conference: Rule = {
  id: 'conference',
  title: 'The final presentation and conference',
  group: 'time',
  manual: ['372-378', '1472', '1624-1625', '1919-1978', '2162-2174'],
  parts: [
    {
      name: 'rule',
      kind: 'must',
      shape: 'whole',
      over: 'frame',
      mendedBy: 'more',
      asks: 'On day 5 the team completes its presentation, then presents it, and the council runs the prioritisation conference.',
      test(review) {
        const event = conferenceOf(review);
        if (!event)
          return [
            {
              say: () =>
                `The final presentation and conference is not on ${weekday(review.week, 5)} with the whole team there: add it.`,
            },
          ];
        const preparation = teamEvents(review, 'preparation', 5)[0];
        if (!preparation)
          return [
            {
              when: event,
              say: () =>
                `The team has no time on ${weekday(review.week, 5)} to complete its presentation before “${event.title}” at ${clock(event.from)}.`,
            },
          ];
        if (preparation.to <= event.from) return [];
        return [
          {
            when: event,
            say: () =>
              `“${event.title}” starts at ${momentName(review.week, event.from)}, before the team has completed its presentation at ${clock(preparation.to)}.`,
          },
        ];
      },
    },
    {
      name: 'room',
      kind: 'check',
      shape: 'data',
      asks: 'The conference has a room that divides into small groups.',
      test(review) {
        const event = conferenceOf(review);
        if (!event) return [];
        const named = event.room === undefined ? undefined : roomOf(review, event.room);
        const rooms = named
          ? [named]
          : review.rooms.filter((r) => event.site === undefined || r.site === event.site);
        if (rooms.some((room) => room.divides)) return [];
        const other = review.rooms.find((room) => room.divides);
        const site = event.site === undefined ? undefined : siteOf(review, event.site);
        return [
          {
            when: event,
            ...(named && { where: named.id }),
            say: () =>
              `${named ? `${named.name} does not divide` : `No room ${site ? `of ${site.name} ` : ''}divides`} into small groups, which “${event.title}” needs` +
              `${other ? `: ${other.name} does.` : ': add a room that does.'}`,
          },
        ];
      },
    },
  ],
};
