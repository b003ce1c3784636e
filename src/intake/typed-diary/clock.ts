import { DAY, type Minute, type Span } from '../../time/span.ts';

/** A time of day as somebody typed it: `2`, `2pm`, `14:00`, `9.30`. */
export interface TypedClock {
  readonly hour: number;
  readonly minute: number;
  /** Said: am or pm. */
  readonly half?: 'am' | 'pm';
  /** Written as on a 24-hour clock: `09:00`, `14`, or by name: noon. */
  readonly sure: boolean;
}

const NOON = 720;

/** Every minute of the day that it can mean; midnight at the end of a day is one for 12 and for 00:00. */
function meanings({ hour, minute, half, sure }: TypedClock): readonly Minute[] {
  const asWritten = hour * 60 + minute;
  if (half === 'am') return [(hour % 12) * 60 + minute];
  if (half === 'pm') return [(hour % 12) * 60 + minute + NOON];
  if (sure || hour > 12 || hour === 0) return asWritten === 0 ? [0, DAY] : [asWritten];
  if (hour === 12) return minute === 0 ? [NOON, DAY] : [asWritten];
  return [asWritten, asWritten + NOON];
}

/** In the working day, and as most people mean it there: 7 to 11 in the morning, 12 at noon, 1 to 6 after it. */
const likely = (minute: Minute, hours: Span): number =>
  (hours.from <= minute && minute <= hours.to ? 2 : 0) + (minute >= 420 && minute < 1140 ? 1 : 0);

/** The minute of the day that a time means by itself in a working day. */
export const clockIn = (clock: TypedClock, hours: Span): Minute =>
  best(meanings(clock), (minute) => likely(minute, hours));

/** From one time to another; undefined where the second can't come after the first. "2-4pm" are both pm. */
export function rangeIn(from: TypedClock, to: TypedClock, hours: Span): Span | undefined {
  const ways = meanings(from)
    .flatMap((a) => meanings(to).map((b): Span => ({ from: a, to: b })))
    .filter((way) => way.from < way.to);
  if (ways.length === 0) return undefined;
  const alike = (way: Span) =>
    to.half === 'pm' && !from.half && from.hour !== 12 && way.from >= NOON ? 8 : 0;
  return best(ways, (way) => alike(way) + likely(way.from, hours) + likely(way.to, hours));
}

/** The one with the most points, the first of those. */
function best<T>(list: readonly T[], points: (item: T) => number): T {
  return list.reduce((a, b) => (points(b) > points(a) ? b : a));
}
