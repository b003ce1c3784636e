import type { Programme } from '../programme/programme.ts';
import type { Review } from '../review/review.ts';
import type { Span } from '../time/span.ts';
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

const spanOfRows = (grid: DayGrid, row: number, rows: number): Span => ({
  from: grid.rows[row]!.from,
  to: grid.rows[row + rows - 1]!.to,
});

function slotsOf(grid: DayGrid): readonly WeekSlot[] {
  const things = grid.rows
    .flatMap((r) => r.cells)
    .flatMap((cell) =>
      cell.kind === 'session' || (cell.kind === 'event' && !cell.continued)
        ? [{ cell, span: spanOfRows(grid, cell.row, cell.rows) }]
        : [],
    );
  const slots: { time: string; event: EventCell | null; sessions: SessionCell[] }[] = [];
  const byTime = new Map<string, (typeof slots)[number]>();
  for (const { cell } of things.sort((a, b) => a.span.from - b.span.from || a.span.to - b.span.to)) {
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
