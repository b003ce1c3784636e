import { z } from 'zod';
import type { EventEntry, FrameDayEntry, FrameEntry, WindowEntry } from '../../review/file.ts';
import { eventKinds } from '../../review/frame.ts';
import { clockTime, day, equipment, group, id, idOf, line, list, may, oneOf, whole, yesNo } from './field.ts';

const place = group<NonNullable<EventEntry['place']>>()('the place of an event', {
  room: may(idOf('a room')),
  site: may(idOf('a site')),
});

const event = group<EventEntry>()('a fixed event', {
  id,
  kind: oneOf(eventKinds),
  title: line('the title to print'),
  start: clockTime,
  end: clockTime,
  peers: may(
    z.union([z.literal('all'), list(idOf('a peer'), 200)], {
      error: 'Give "all", or a list of the ids of peers.',
    }),
  ),
  contacts: may(list(idOf('a contact'), 500)),
  headcount: may(whole(0, 10_000, 'how many people besides the peers, a number')),
  place: may(place).describe('A room or a site; default: the base room.'),
  equipment: may(equipment),
});

/** How many sessions run at once. */
export const streams = whole(1, 10, 'a number of streams');

const window = group<WindowEntry>()('a window', {
  id,
  start: clockTime,
  end: clockTime,
  streams: may(streams),
  limit: may(streams).describe('The most streams on occasion.'),
  evening: may(yesNo),
});

const frameDay = group<FrameDayEntry>()('a day of the frame', {
  day,
  events: may(list(event, 100)),
  windows: may(list(window, 50)),
});

/** The frame of the week: what is fixed, and where sessions may go. */
export const frame = group<FrameEntry>()('a frame', { days: list(frameDay, 6) });
