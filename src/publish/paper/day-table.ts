import type { CellView, DayView, RowView } from '../page/day-view.ts';
import { type Cell, type Line, plain, quiet, type Row, strong, type Table } from './paper.ts';

const joined = (texts: readonly string[], by: string): string => texts.filter((text) => text !== '').join(by);

/** What a session says, in the order of the grid: title and pair, who, where, marks. */
function sessionLines(view: CellView): readonly Line[] {
  const pair = view.pair.map((p) => p.initials).join(' ');
  const marks = view.marks.map((m) => m.word).join(', ');
  return [
    strong(view.title, pair),
    plain(view.who),
    quiet(joined([view.ownTime ? view.time : '', view.place, view.away], ' · ')),
    ...(marks === '' ? [] : [strong(`[${marks}]`)]),
  ].filter((line) => line.text !== '');
}

/** The same on as few lines as can be: who and where follow one another. */
function briefLines(view: CellView): readonly Line[] {
  const [title, ...others] = sessionLines(view);
  const marks = view.marks.map((m) => m.word);
  return [
    title!,
    plain(
      joined(
        others.slice(0, others.length - Math.min(1, marks.length)).map((l) => l.text),
        ' · ',
      ),
    ),
    ...(marks.length === 0 ? [] : [others.at(-1)!]),
  ].filter((line) => line.text !== '');
}

function eventLines(view: CellView): readonly Line[] {
  if (view.continued) return [];
  const text = joined([view.title, view.ownTime ? view.time : '', view.place], ', ');
  return [quiet(joined([text, view.who], '. '))];
}

const cellOf = (view: CellView, brief: boolean): Cell => ({
  lines: view.isSession ? (brief ? briefLines : sessionLines)(view) : view.isEvent ? eventLines(view) : [],
  rows: view.rowspan,
  columns: view.colspan,
  look: view.isSession ? 'weighty' : view.isEvent ? 'quiet' : 'plain',
});

const rowOf = (view: RowView, brief: boolean): Row => ({
  head: [{ text: `${view.from} to ${view.to}`, weight: view.kind === 'sessions' ? 'strong' : 'plain' }],
  // The team's own time is drawn shorter than that for sessions.
  quarters: view.kind === 'sessions' ? view.quarters : view.quarters * 0.55,
  quiet: view.kind !== 'sessions',
  cells: view.cells.map((cell) => cellOf(cell, brief)),
});

/** A day of the grid, in the layout of Appendix 11 (manual 1561-1625); `brief` where there is little room. */
export function dayTable(day: DayView, brief = false): Table {
  const beyond = day.columns.filter((c) => c.beyond).length;
  const usual = day.columns.length - beyond;
  return {
    caption: day.caption,
    corner: 'Time',
    headWidth: 11,
    columns: day.columns.map((c) => ({
      heading: c.heading,
      // What is beyond the usual streams is seldom full: it leaves them the room.
      share: c.beyond ? 0.19 : (1 - 0.19 * beyond) / Math.max(1, usual),
    })),
    rows: day.rows.map((row) => rowOf(row, brief)),
  };
}
