import { type Minute, overlaps, type Span } from '../time/span.ts';

/** Something with a column of its own: a session in its stream. */
export interface InColumn<T> extends Span {
  readonly column: number;
  readonly what: T;
}

/** Something that runs across all the columns it can: an event, a break. */
export interface Across<T> extends Span {
  readonly what: T;
  /** For some of the team only: beside the sessions that go on meanwhile. */
  readonly some: boolean;
}

/** A rectangle of the table. `what` is null where nothing goes on. */
export interface Area<T> {
  readonly row: number;
  readonly rows: number;
  readonly column: number;
  readonly columns: number;
  readonly what: T | null;
  readonly continued: boolean;
}

export interface Layout<T> {
  readonly rows: readonly Span[];
  /** Those asked for, and more where an event finds no room among them. */
  readonly columns: number;
  /** They tile the table: every row and column is in exactly one. In reading order. */
  readonly areas: readonly Area<T>[];
}

/** A rectangle while it grows downwards. */
interface Run {
  readonly row: number;
  rows: number;
  readonly column: number;
  readonly columns: number;
}

const cutsOf = (spans: readonly Span[]): readonly Span[] => {
  const cuts = [...new Set(spans.flatMap((s) => [s.from, s.to]))].sort((a, b) => a - b);
  return cuts.slice(1).map((to, i) => ({ from: cuts[i]!, to }));
};

/** Events with no place among the columns: for some people while others are seen, or covered all the time. */
function besides<T>(
  columns: number,
  rows: readonly Span[],
  sessions: readonly InColumn<T>[],
  events: readonly Across<T>[],
): ReadonlySet<Across<T>> {
  const out = new Set<Across<T>>();
  const drawn: Span[] = [];
  for (const event of [...events.filter((e) => !e.some), ...events.filter((e) => e.some)]) {
    const others: readonly Span[] = [...sessions, ...drawn];
    const room = event.some
      ? !others.some((o) => overlaps(o, event))
      : rows.some(
          (row) =>
            overlaps(row, event) &&
            !drawn.some((d) => overlaps(d, row)) &&
            new Set(sessions.filter((s) => overlaps(s, row)).map((s) => s.column)).size < columns,
        );
    if (room) drawn.push(event);
    else out.add(event);
  }
  return out;
}

/** A further column for each event that needs one, shared where they do not overlap. */
function sharedColumns<T>(from: number, events: ReadonlySet<Across<T>>): readonly InColumn<T>[] {
  const ends: Minute[] = [];
  return [...events]
    .sort((a, b) => a.from - b.from)
    .map((event) => {
      let i = 0;
      while ((ends[i] ?? Number.NEGATIVE_INFINITY) > event.from) i++;
      ends[i] = event.to;
      return { from: event.from, to: event.to, what: event.what, column: from + i };
    });
}

/** The free rectangles of a table within an event's time that touch a stream's column. */
function piecesOf<T>(
  owner: readonly (readonly (T | null)[])[],
  rows: readonly Span[],
  span: Span,
  streams: number,
): readonly Run[] {
  const done: Run[] = [];
  let open: Run[] = [];
  rows.forEach((row, r) => {
    if (!overlaps(row, span)) return;
    const next: Run[] = [];
    const cells = owner[r]!;
    for (let c = 0; c < streams; c++) {
      if (cells[c] !== null) continue;
      let columns = 1;
      while (c + columns < cells.length && cells[c + columns] === null) columns++;
      const above = open.find((o) => o.column === c && o.columns === columns && o.row + o.rows === r);
      if (above) above.rows++;
      const run = above ?? { row: r, rows: 1, column: c, columns };
      if (!above) done.push(run);
      next.push(run);
      c += columns - 1;
    }
    open = next;
  });
  return done;
}

/**
 * Lays a day out as a table: rows are cut wherever anything starts or ends, sessions keep their columns, events
 * run across what sessions leave free (in pieces, the largest first drawn and the rest continued, where hand-made
 * programmes let a session run into them), and what is left is empty. Sessions that share a column must not overlap.
 */
export function layOut<T>(
  streams: number,
  sessions: readonly InColumn<T>[],
  events: readonly Across<T>[],
): Layout<T> {
  const rows = cutsOf([...sessions, ...events]);
  const beside = besides(streams, rows, sessions, events);
  const fixed = [...sessions, ...sharedColumns(streams, beside)];
  const columns = Math.max(streams, ...fixed.map((f) => f.column + 1));
  const owner: (T | null)[][] = rows.map(() => new Array<T | null>(columns).fill(null));
  const areas: Area<T>[] = [];
  const take = (run: Run, what: T | null, continued: boolean) => {
    if (what !== null)
      for (let r = run.row; r < run.row + run.rows; r++)
        for (let c = run.column; c < run.column + run.columns; c++) owner[r]![c] = what;
    areas.push({ ...run, what, continued });
  };
  for (const item of fixed) {
    const row = rows.findIndex((r) => r.from === item.from);
    const rowsTaken = rows.filter((r) => overlaps(r, item)).length;
    take({ row, rows: rowsTaken, column: item.column, columns: 1 }, item.what, false);
  }
  for (const event of events.filter((e) => !beside.has(e)).sort((a, b) => Number(a.some) - Number(b.some))) {
    const pieces = piecesOf(owner, rows, event, streams);
    const size = (p: Run) => (rows[p.row + p.rows - 1]!.to - rows[p.row]!.from) * p.columns;
    const main = pieces.reduce((a, b) => (size(b) > size(a) ? b : a));
    for (const piece of pieces) take(piece, event.what, piece !== main);
  }
  for (const empty of empties(owner, columns)) take(empty, null, false);
  areas.sort((a, b) => a.row - b.row || a.column - b.column);
  return { rows, columns, areas };
}

/** What nothing takes: a row in which nothing at all goes on, across; else each column's empty stretches. */
function empties<T>(owner: readonly (readonly (T | null)[])[], columns: number): readonly Run[] {
  const out: Run[] = [];
  const idle = owner.map((cells) => cells.every((cell) => cell === null));
  idle.forEach((is, row) => {
    if (is) out.push({ row, rows: 1, column: 0, columns });
  });
  for (let column = 0; column < columns; column++) {
    let open: Run | undefined;
    owner.forEach((cells, row) => {
      if (cells[column] !== null || idle[row]) open = undefined;
      else if (open) open.rows++;
      else {
        open = { row, rows: 1, column, columns: 1 };
        out.push(open);
      }
    });
  }
  return out;
}
