import type { Finding } from '../check/finding.ts';
import type { Held } from '../programme/placement.ts';
import { asHeld, heldIn, type Programme } from '../programme/programme.ts';
import { lettersFor } from '../programme/streams.ts';
import type { FixedEvent } from '../review/frame.ts';
import type { Review } from '../review/review.ts';
import { DAY, dayOf, free, length, overlaps, type Span, union } from '../time/span.ts';
import { clockSpan, dayName } from '../time/words.ts';
import { type EventCell, eventCell, type SessionCell, sessionCell } from './cell.ts';
import { type InColumn, layOut } from './layout.ts';

/** A gap of this length that all streams share is a break of the team. Minutes. */
const shortestBreak = 15;

export interface BreakCell {
  readonly kind: 'break';
  readonly title: string;
  readonly time: string;
}

export interface EmptyCell {
  readonly kind: 'empty';
}

/** A cell with its place in the table; rows and columns count from 0, TIME not among the columns. */
export type GridCell = (SessionCell | EventCell | BreakCell | EmptyCell) & {
  readonly row: number;
  readonly rows: number;
  readonly column: number;
  readonly columns: number;
};

export interface GridRow extends Span {
  /** `9.00am to 10.00am`. */
  readonly time: string;
  /** What goes on in it: sessions, only the team's own business, or nothing. */
  readonly kind: 'sessions' | 'team' | 'nothing';
  /** The cells that begin in this row, from the left. */
  readonly cells: readonly GridCell[];
}

export interface GridColumn {
  /** The stream's letter; empty in a column for events that go on beside the streams. */
  readonly stream: string;
  readonly heading: string;
  /** Beyond the review's usual streams. */
  readonly beyond: boolean;
}

/** A day in the layout of Appendix 11 (manual 1561-1625), as data: pages, paper, Word and spreadsheets all draw this. */
export interface DayGrid {
  /** 0 to 5. */
  readonly day: number;
  /** `Day 1`, or `The evening before`. */
  readonly label: string;
  /** `Monday 23 March`. */
  readonly name: string;
  readonly columns: readonly GridColumn[];
  readonly rows: readonly GridRow[];
}

type Thing = { readonly held: Held } | { readonly event: FixedEvent } | { readonly pause: Span };

/** The stretch that a session takes up on the grid: the contact's time and the peers', travel included, in its day. */
function stretch(held: Held): Span {
  const { start, end, away } = held.placement;
  const midnight = dayOf(start) * DAY;
  return {
    from: Math.max(midnight, Math.min(start, away.from)),
    to: Math.min(midnight + DAY, Math.max(end, away.to)),
  };
}

const letter = (column: number): string => String.fromCharCode(65 + column);

/** A stream for each session of a day: what the placement says, or newly lettered where that puts two in one place. */
function streamsOf(review: Review, held: readonly Held[]): ReadonlyMap<Held, string> {
  const clash = held.some((a, i) =>
    held
      .slice(i + 1)
      .some((b) => a.placement.stream === b.placement.stream && overlaps(stretch(a), stretch(b))),
  );
  if (!clash) return new Map(held.map((h) => [h, h.placement.stream]));
  // Numbered, not named: a hand-made programme may hold a session twice.
  const numbered = held
    .map((h, i) => ({
      session: { ...h.session, id: String(i) },
      placement: { ...h.placement, away: stretch(h) },
    }))
    .sort((a, b) => a.placement.away.from - b.placement.away.from);
  const letters = lettersFor(numbered, review.streams);
  return new Map(held.map((h, i) => [h, letters.get(String(i))!]));
}

/** The day's streams: the usual ones where sessions may be held, and those that are used besides. */
function columnsOf(review: Review, day: number, used: readonly string[]): readonly GridColumn[] {
  const inUse = review.frame.windows.some((w) => w.day === day) || used.length > 0;
  const usual = inUse ? Array.from({ length: review.streams }, (_, i) => letter(i)) : [];
  const beyond = [...new Set(used)].filter((stream) => !usual.includes(stream)).sort();
  const columns = [
    ...usual.map((stream) => ({ stream, heading: stream, beyond: false })),
    ...beyond.map((stream, i) => ({
      stream,
      heading: i === 0 ? 'Additional interviews' : stream,
      beyond: true,
    })),
  ];
  return columns.length > 0 ? columns : [{ stream: '', heading: 'Whole team', beyond: false }];
}

/** Gaps between the sessions of a window that everybody shares. */
function pausesOf(review: Review, day: number, sessions: readonly Span[], events: readonly Span[]): Span[] {
  const gaps = review.frame.windows
    .filter((w) => w.day === day)
    .flatMap((w) => {
      const inside = sessions.filter((s) => overlaps(s, w));
      return free(w, [...inside, ...events]).filter(
        (gap) =>
          length(gap) >= shortestBreak &&
          inside.some((s) => s.to <= gap.from) &&
          inside.some((s) => s.from >= gap.to),
      );
    });
  return union(gaps);
}

function dayGrid(review: Review, day: number, held: readonly Held[], findings: readonly Finding[]): DayGrid {
  const streams = streamsOf(review, held);
  const columns = columnsOf(review, day, [...streams.values()]);
  const events = review.frame.events
    .filter((e) => e.day === day && e.from < e.to)
    .map((event) => ({ event, from: event.from, to: Math.min(event.to, (day + 1) * DAY) }));
  const sessions = held.map((h): InColumn<Thing> => {
    const column = columns.findIndex((c) => c.stream === streams.get(h));
    return { ...stretch(h), column, what: { held: h } };
  });
  const pauses = pausesOf(review, day, sessions, events);
  const layout = layOut<Thing>(columns.length, sessions, [
    ...events.map(({ event, from, to }) => ({
      from,
      to,
      what: { event },
      some: event.peers !== 'all',
    })),
    ...pauses.map((pause) => ({ ...pause, what: { pause }, some: false })),
  ]);
  const contentOf = (what: Thing | null, continued: boolean) => {
    if (what === null) return { kind: 'empty' as const };
    if ('held' in what) return sessionCell(review, what.held, streams.get(what.held)!, findings);
    if ('event' in what) return eventCell(review, what.event, continued);
    return { kind: 'break' as const, title: 'Break', time: clockSpan(what.pause) };
  };
  const cells = layout.areas.map(
    ({ what, continued, ...area }): GridCell => ({ ...area, ...contentOf(what, continued) }),
  );
  const running = (list: readonly Span[], row: Span) => list.some((s) => overlaps(s, row));
  return {
    day,
    label: day === 0 ? 'The evening before' : `Day ${day}`,
    name: dayName(review.week, day),
    columns: [
      ...columns,
      ...Array.from({ length: layout.columns - columns.length }, () => ({
        stream: '',
        heading: 'Also',
        beyond: true,
      })),
    ],
    rows: layout.rows.map((row, i) => ({
      ...row,
      time: clockSpan(row),
      kind: running(sessions, row) ? 'sessions' : running([...events, ...pauses], row) ? 'team' : 'nothing',
      cells: cells.filter((c) => c.row === i),
    })),
  };
}

/**
 * The grid of a programme, a table a day in the layout of Appendix 11. Every placement is in exactly one cell of its
 * day; hand-made programmes, with times off the quarter hours and sessions that run into team events, are drawn as
 * they are. `findings` (of `check`) put their marks on the cells.
 */
export function gridOf(
  review: Review,
  programme: Programme,
  findings: readonly Finding[] = [],
): readonly DayGrid[] {
  const actual = asHeld(review, programme);
  const held = heldIn(actual, programme);
  const days = new Set([
    ...actual.frame.events.map((e) => e.day),
    ...actual.frame.windows.map((w) => w.day),
    ...held.map((h) => dayOf(h.placement.start)),
  ]);
  return [...days]
    .sort((a, b) => a - b)
    .map((day) =>
      dayGrid(
        actual,
        day,
        held.filter((h) => dayOf(h.placement.start) === day),
        findings,
      ),
    );
}
