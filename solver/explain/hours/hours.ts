import type { Review } from '../../../src/review/review.ts';
import type { Minute, Span } from '../../../src/time/span.ts';

/** Minutes a cell of the picture covers. */
export const CELL = 30;

/** Half an hour of the week in which sessions may go. */
export interface WeekCell {
  readonly day: number;
  readonly from: Minute;
  /** How many sessions could be going on then, each taken by itself. */
  readonly could: number;
  /** How many may go on at once. */
  readonly streams: number;
  /** How many would, were every session held at one of its times by lot: more than `streams` is a squeeze. */
  readonly drawn: number;
  /** Sessions that would have no place left, or next to none, without this half hour. */
  readonly needed: readonly string[];
}

/** How many places a session has, each taken by itself. */
export interface PlacesOfSession {
  readonly session: string;
  /** Distinct times at which it could be held. 0: it can't be held as things are. */
  readonly times: number;
}

export interface HoursOfWeek {
  /** In time order, those of every window of the frame. */
  readonly cells: readonly WeekCell[];
  /** Every session to place, the fewest times first. */
  readonly sessions: readonly PlacesOfSession[];
}

/** Shares of a session's times from which on half an hour counts as needed by it. */
const NEEDED = 0.75;

/**
 * Counts at which half hours each session could be going on, looked at by itself. It says nothing of how they go
 * together: that is for the search. `times`: the distinct times of every session to place, by its id.
 */
export function hoursOfWeek(
  { frame: { windows } }: Review,
  times: ReadonlyMap<string, readonly Span[]>,
): HoursOfWeek {
  const cells = new Map<Minute, WeekCell>();
  // On the clock's half hours, whatever the window begins with: a picture has one scale.
  for (const window of windows)
    for (let from = Math.floor(window.from / CELL) * CELL; from < window.to; from += CELL)
      if (!cells.has(from)) cells.set(from, cellAt(times, window.day, from, window.streams));
  const sessions = [...times].map(([session, own]) => ({ session, times: own.length }));
  return {
    cells: [...cells.values()].sort((a, b) => a.from - b.from),
    sessions: sessions.sort((a, b) => a.times - b.times),
  };
}

function cellAt(
  all: ReadonlyMap<string, readonly Span[]>,
  day: number,
  from: Minute,
  streams: number,
): WeekCell {
  const to = from + CELL;
  let could = 0;
  let drawn = 0;
  const needed: string[] = [];
  for (const [session, times] of all) {
    const here = times.filter((t) => t.from < to && t.to > from).length;
    if (here === 0) continue;
    could++;
    drawn += here / times.length;
    if (here >= NEEDED * times.length) needed.push(session);
  }
  return { day, from, could, streams, drawn, needed };
}
