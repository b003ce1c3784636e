import { z } from 'zod';
import type { EventEntry, FrameDayEntry, FrameEntry, WindowEntry } from '../../review/file.ts';
import { eventKinds } from '../../review/frame.ts';
import { clockTime, day, equipment, group, id, idOf, line, list, may, oneOf, whole, yesNo } from './field.ts';

const place = group<NonNullable<EventEntry['place']>>()('the place of an event', {
  room: may(idOf('a room')),
  site: may(idOf('a site')).describe('The id of a site, for what is in no room of the list.'),
});

const event = group<EventEntry>()('a fixed event', {
  id,
  kind: oneOf(eventKinds).describe(
    'What it is: the rules about lunches, meetings and presentations go by it.',
  ),
  title: line('the title to print').describe('What is printed.'),
  start: clockTime,
  end: clockTime,
  peers: may(
    z.union([z.literal('all'), list(idOf('a peer'), 200)], {
      error: 'Give "all", or a list of the ids of peers.',
    }),
  ).describe('Which peers attend. Default: all.'),
  contacts: may(list(idOf('a contact'), 500)).describe('Which contacts attend.'),
  headcount: may(whole(0, 10_000, 'how many people besides the peers, a number')).describe(
    'How many people besides the peers, where it matters.',
  ),
  place: may(place).describe('A room or a site; default: the base room.'),
  equipment: may(equipment).describe('What the room must have.'),
});

/** How many sessions run at once. */
export const streams = whole(1, 10, 'a number of streams');

const window = group<WindowEntry>()('a window', {
  id,
  start: clockTime,
  end: clockTime,
  streams: may(streams).describe('The usual number of streams. Default: the review’s.'),
  limit: may(streams).describe('The most streams on occasion. Default: the review’s.'),
  evening: may(yesNo).describe('An evening window: only sessions that allow it go there. Default: false.'),
});

const frameDay = group<FrameDayEntry>()('a day of the frame', {
  day,
  events: may(list(event, 100)).describe('What is fixed on this day.'),
  windows: may(list(window, 50)).describe('Where sessions may go on this day.'),
});

/** The frame of the week: what is fixed, and where sessions may go. */
export const frame = group<FrameEntry>()('a frame', {
  days: list(frameDay, 6).describe('The days that have anything in them.'),
});
