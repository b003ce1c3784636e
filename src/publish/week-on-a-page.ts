import type { Programme } from '../programme/programme.ts';
import type { Review } from '../review/review.ts';
import type { EventCell, SessionCell } from './cell.ts';
import { type DayGrid, gridOf } from './grid.ts';

/** A time of a day and what goes on from then on: several sessions where streams start together. */
export interface WeekSlot {
  readonly time: string;
  readonly event: EventCell | null;
  readonly sessions: readonly SessionCell[];
}

export interface WeekPageDay {
  readonly day: number;
  readonly label: string;
  readonly name: string;
  readonly slots: readonly WeekSlot[];
}

function slotsOf(grid: DayGrid): readonly WeekSlot[] {
  const things = grid.rows
    .flatMap((r) => r.cells)
    .flatMap((c) => (c.kind === 'session' || (c.kind === 'event' && !c.continued) ? [c] : []))
    .sort((a, b) => a.at.from - b.at.from || a.at.to - b.at.to || a.column - b.column);
  const slots: { time: string; event: EventCell | null; sessions: SessionCell[] }[] = [];
  const byTime = new Map<string, (typeof slots)[number]>();
  for (const cell of things) {
    if (cell.kind === 'event') {
      slots.push({ time: cell.time, event: cell, sessions: [] });
      continue;
    }
    const slot = byTime.get(cell.time);
    if (slot) slot.sessions.push(cell);
    else {
      const fresh = { time: cell.time, event: null, sessions: [cell] };
      byTime.set(cell.time, fresh);
      slots.push(fresh);
    }
  }
  return slots;
}

/** The whole week on one page: a column a day, things in time order, sessions of the same time together. */
export const weekOnAPage = (review: Review, programme: Programme): readonly WeekPageDay[] =>
  gridOf(review, programme).map((grid) => ({
    day: grid.day,
    label: grid.label,
    name: grid.name,
    slots: slotsOf(grid),
  }));

/** How wide each day’s column is, against the others: those with much in them are wider, none is less than half of the usual. */
export function sharesOf(days: readonly WeekPageDay[]): readonly number[] {
  const much = days.map(({ slots }) =>
    slots.reduce(
      (sum, slot) =>
        // A line begins anew for the time and for each session, wherever the last one ended.
        slot.sessions.reduce(
          (more, s) => more + s.title.length + 20,
          sum + 20 + (slot.event?.title.length ?? 0),
        ),
      0,
    ),
  );
  const usual = much.reduce((a, b) => a + b, 0) / Math.max(1, much.length) || 1;
  return much.map((n) => Math.max(0.55, n / usual));
}
