import { dayOfFrame, frameDays } from '../../../src/entry/frame.ts';
import type { ClockTime, FrameEntry } from '../../../src/review/file.ts';
import { clockSpan, weekday } from '../../../src/time/words.ts';

const anyWeek = { firstDay: '2026-03-23', zone: 'Europe/London' };

const minutes = (time: ClockTime): number => {
  const [hours = 0, rest = 0] = time.split(':').map(Number);
  return hours * 60 + rest;
};

/** A frame as lines, day by day: what happens and when sessions may be held, in the order of their times. */
export const weekInWords = (frame: FrameEntry) =>
  frameDays.flatMap((day) => {
    const { events, windows } = dayOfFrame(frame, day);
    const lines = [
      ...events.map(({ start, end, title }) => ({ start, end, title })),
      ...windows.map(({ start, end }) => ({ start, end, title: 'Sessions' })),
    ].sort((a, b) => a.start.localeCompare(b.start));
    return lines.length === 0
      ? []
      : [
          {
            name: weekday(anyWeek, day),
            lines: lines.map(({ start, end, title }) => ({
              when: clockSpan({ from: minutes(start), to: minutes(end) }),
              title,
            })),
          },
        ];
  });
