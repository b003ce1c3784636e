import { timeOf } from '../programme/placement.ts';
import { isBusy } from '../review/diary.ts';
import { hostOf, nameOf, roomOf, siteOf, siteOfPlace } from '../review/facts.ts';
import type { Site } from '../review/places.ts';
import type { Review } from '../review/review.ts';
import { overlaps, type Span } from '../time/span.ts';
import { spanName } from '../time/words.ts';
import { eventRooms } from './room/events.ts';
import { isAskedFor, lacking, peopleIn, roomFor } from './room/fits.ts';
import type { Rule } from './rule.ts';

/** The site, where its diary says that it can't be had then. */
function closedSite(review: Review, id: string | undefined, time: Span): Site | undefined {
  const site = id === undefined ? undefined : siteOf(review, id);
  return site && isBusy(site.diary, time) ? site : undefined;
}

/** Everything is held in a place that was asked for, is free, is big enough and has what is needed (manual 950-953). */
export const room: Rule = {
  id: 'room',
  title: 'A place that fits',
  group: 'places',
  manual: ['950', '953', '1472'],
  parts: [
    {
      name: 'rule',
      kind: 'must',
      shape: 'placed',
      looksAt: ['place'],
      asks: 'A session is held where it may be: its host’s office, a room, out at a site, or by phone.',
      test(review, { session, placement: { place } }) {
        if (isAskedFor(review, session, place)) return undefined;
        return {
          sessions: [session.id],
          say: () => {
            if ('office' in place) {
              const host = hostOf(review, session);
              if (session.place.office)
                return `${session.title} is in an office, and none is given for ${host ? host.name : 'its host'}: give it, or let the session have a room.`;
              return `${session.title} is in ${host ? `the office of ${host.name}` : 'an office'}, which is not where it was to be.`;
            }
            if ('phone' in place) return `${session.title} is by phone, which is not how it was to be held.`;
            return `${session.title} is at ${nameOf(review, 'room' in place ? place.room : place.site)}, which is not where it was to be.`;
          },
        };
      },
    },
    {
      name: 'size',
      kind: 'must',
      shape: 'placed',
      looksAt: ['place'],
      asks: 'The room holds everybody, the peers included.',
      test(review, { session, placement: { place } }) {
        const held = 'room' in place ? roomOf(review, place.room) : undefined;
        const people = held ? peopleIn(review, session) : 0;
        if (!held || people <= held.capacity) return undefined;
        return {
          sessions: [session.id],
          where: held.id,
          say: () => {
            const other = roomFor(review, session);
            return `${held.name} holds ${held.capacity}; ${session.title} is ${people} with the peers.${other ? ` ${other.name} holds ${other.capacity}.` : ''}`;
          },
        };
      },
    },
    {
      name: 'equipment',
      kind: 'must',
      shape: 'placed',
      looksAt: ['place'],
      asks: 'The room has the equipment that the session asks for.',
      test(review, { session, placement: { place } }) {
        if (session.place.equipment.length === 0 || !('room' in place)) return undefined;
        const held = roomOf(review, place.room);
        const missing = held ? lacking(session.place.equipment, held) : [];
        if (!held || missing.length === 0) return undefined;
        return {
          sessions: [session.id],
          where: held.id,
          say: () => {
            const other = roomFor(review, session);
            return `${held.name} has no ${missing.join(' and no ')}, which ${session.title} asks for.${other ? ` ${other.name} has.` : ''}`;
          },
        };
      },
    },
    {
      name: 'free',
      kind: 'must',
      shape: 'placed',
      looksAt: ['time', 'place'],
      // An office is where the host is; all else is the place's own.
      alike: (review, session) => hostOf(review, session)?.office?.site ?? '',
      asks: 'The room and the site can be had then, and no fixed event has the room.',
      test(review, { session, placement }) {
        const time = timeOf(placement);
        const there = 'room' in placement.place ? roomOf(review, placement.place.room) : undefined;
        const event = there && review.frame.events.find((e) => e.room === there.id && overlaps(e, time));
        const closed =
          there && isBusy(there.diary, time)
            ? there
            : closedSite(review, siteOfPlace(review, session, placement.place), time);
        const taken = closed ?? (event && there);
        if (!taken) return undefined;
        return {
          sessions: [session.id],
          when: time,
          where: taken.id,
          say: () =>
            `${taken.name} can’t be had for ${session.title} on ${spanName(review.week, time)}: ${closed ? 'its diary says no' : `${event?.title} is there`}.`,
        };
      },
    },
    {
      name: 'one-at-a-time',
      kind: 'must',
      shape: 'shared',
      looksAt: 'place',
      over: 'time',
      asks: 'No two sessions are in one room at once.',
      draws: (_review, { placement: { place } }) => ('room' in place ? [`room:${place.room}`] : []),
      atMost: () => 1,
      breach(review, key, held, span) {
        const id = key.slice('room:'.length);
        return {
          sessions: held.map((h) => h.session.id),
          when: span,
          where: id,
          say: () =>
            `${held.map((h) => h.session.title).join(' and ')} are ${held.length === 2 ? 'both' : 'all'} in ${nameOf(review, id)} on ${spanName(review.week, span)}: move one of them.`,
        };
      },
    },
    eventRooms,
  ],
};
