import type { EventEntry, FrameDayEntry, FrameEntry, WindowEntry } from '../review/file.ts';
import { appendix11Frame } from '../review/frame.ts';
import { setAbout } from './edit.ts';
import type { Edit, Entry } from './entry.ts';
import { same } from './merge.ts';

/** Days of the frame: the evening before, and the five of the week. */
export const frameDays = [0, 1, 2, 3, 4, 5] as const;

const clock = (minute: number): string => {
  const rest = minute % 1440;
  const pad = (n: number) => String(n).padStart(2, '0');
  return `${pad(Math.floor(rest / 60))}:${pad(rest % 60)}`;
};

/** The frame of Appendix 11 as a file has it; its windows take the streams of the review. */
export function standardFrame(): FrameEntry {
  const { events, windows } = appendix11Frame(1, 1);
  return {
    days: frameDays.map((day): FrameDayEntry => {
      const own = events.filter((e) => e.day === day);
      const open = windows.filter((w) => w.day === day);
      return {
        day,
        ...(own.length > 0 && {
          events: own.map(
            (e): EventEntry => ({
              id: e.id,
              kind: e.kind,
              title: e.title,
              start: clock(e.from),
              end: clock(e.to),
              ...(e.equipment.length > 0 && { equipment: e.equipment }),
            }),
          ),
        }),
        ...(open.length > 0 && {
          windows: open.map((w): WindowEntry => ({ id: w.id, start: clock(w.from), end: clock(w.to) })),
        }),
      };
    }),
  };
}

/** The frame as it stands: what was entered, or the standard one. */
export const frameOf = (entry: Entry): FrameEntry => entry.review.frame ?? standardFrame();

/** A day of the frame; empty where it has nothing in it. */
export function dayOfFrame(frame: FrameEntry, day: number): Required<FrameDayEntry> {
  const { events = [], windows = [] } = frame.days.find((d) => d.day === day) ?? { day };
  return { day, events, windows };
}

const byStart = <T extends { readonly start: string }>(items: readonly T[]): readonly T[] =>
  [...items].sort((a, b) => a.start.localeCompare(b.start));

/** Changes a day of the frame, its things put in the order of their times; the other days stay. */
export const changeDay =
  (day: number, change: (before: Required<FrameDayEntry>) => Required<FrameDayEntry>): Edit =>
  (entry) => {
    const frame = frameOf(entry);
    const before = dayOfFrame(frame, day);
    const { events, windows } = change(before);
    if (same({ events, windows }, { events: before.events, windows: before.windows })) return entry;
    const changed: FrameDayEntry = {
      day,
      ...(events.length > 0 && { events: byStart(events) }),
      ...(windows.length > 0 && { windows: byStart(windows) }),
    };
    const others = frame.days.filter((d) => d.day !== day);
    const days = [...others, changed].sort((a, b) => a.day - b.day);
    return setAbout({ frame: { ...frame, days } })(entry);
  };

/** Puts an event of one day, with its times, into another; where it is not there any more nothing changes. */
export const moveEvent =
  (id: string, from: number, to: number): Edit =>
  (entry) => {
    const event = dayOfFrame(frameOf(entry), from).events.find((e) => e.id === id);
    if (!event || from === to) return entry;
    const out = changeDay(from, (day) => ({ ...day, events: day.events.filter((e) => e.id !== id) }));
    return changeDay(to, (day) => ({ ...day, events: [...day.events, event] }))(out(entry));
  };

/** Puts the frame of Appendix 11 back. */
export const standardAgain: Edit = setAbout({ frame: undefined });
