import type { FrameDayEntry } from '../../review/file.ts';
import type { FixedEvent, Frame, Window } from '../../review/frame.ts';
import { DAY, type Minute } from '../../time/span.ts';
import { orAbsent, type Writing } from './absent.ts';

const clock = (minute: Minute, day: number): string => {
  const rest = minute - day * DAY;
  const pad = (n: number) => String(n).padStart(2, '0');
  return `${pad(Math.floor(rest / 60))}:${pad(rest % 60)}`;
};

/** The frame day by day, as a file has it. */
export function frameDays(frame: Frame): readonly Writing<FrameDayEntry>[] {
  const days = new Set([...frame.events, ...frame.windows].map((item) => item.day));
  return [...days]
    .sort((a, b) => a - b)
    .map((day) => ({
      day,
      events: orAbsent(frame.events.filter((e) => e.day === day).map(event)),
      windows: orAbsent(frame.windows.filter((w) => w.day === day).map(window)),
    }));
}

const event = (e: FixedEvent) => ({
  id: e.id,
  kind: e.kind,
  title: e.title,
  start: clock(e.from, e.day),
  end: clock(e.to, e.day),
  peers: e.peers,
  contacts: orAbsent(e.contacts),
  headcount: e.headcount,
  place: e.room === undefined && e.site === undefined ? undefined : { room: e.room, site: e.site },
  equipment: orAbsent(e.equipment),
});

const window = (w: Window) => ({
  id: w.id,
  start: clock(w.from, w.day),
  end: clock(w.to, w.day),
  streams: w.streams,
  limit: w.limit,
  evening: orAbsent(w.evening),
});
