import type { EventEntry, FrameEntry, WindowEntry } from '../../review/file.ts';
import { appendix11Frame, type FixedEvent, type Frame, type Window } from '../../review/frame.ts';
import { given } from '../given.ts';
import { minuteIn, type Times } from '../times.ts';

interface Streams {
  readonly streams: number;
  readonly limit: number;
}

/** The frame in time order; that of Appendix 11 where none was given. */
export function toFrame(times: Times, entry: FrameEntry | undefined, usual: Streams): Frame {
  if (!entry) return appendix11Frame(usual.streams, usual.limit);
  const inOrder = <T extends { readonly from: number; readonly to: number }>(list: readonly T[]) =>
    [...list].sort((a, b) => a.from - b.from || a.to - b.to);
  return {
    events: inOrder(entry.days.flatMap(({ day, events = [] }) => events.map((e) => toEvent(times, day, e)))),
    windows: inOrder(
      entry.days.flatMap(({ day, windows = [] }) => windows.map((w) => toWindow(times, day, w, usual))),
    ),
  };
}

const toEvent = (times: Times, day: number, entry: EventEntry): FixedEvent => ({
  ...given(entry, 'id', 'kind', 'title', 'headcount'),
  ...given(entry.place ?? {}, 'room', 'site'),
  day,
  from: minuteIn(times.onDay(day, entry.start)),
  to: minuteIn(times.onDay(day, entry.end)),
  peers: entry.peers ?? 'all',
  contacts: entry.contacts ?? [],
  equipment: entry.equipment ?? [],
});

function toWindow(times: Times, day: number, entry: WindowEntry, usual: Streams): Window {
  const streams = entry.streams ?? usual.streams;
  return {
    id: entry.id,
    day,
    from: minuteIn(times.onDay(day, entry.start)),
    to: minuteIn(times.onDay(day, entry.end)),
    streams,
    limit: entry.limit ?? Math.max(streams, usual.limit),
    evening: entry.evening ?? false,
  };
}
