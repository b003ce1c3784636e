import type { CellView, DayView } from './day-view.ts';

/**
 * A print has no script to measure itself with, so how large a day's text and rows may be is reckoned here from what
 * is written in it: generous figures for a page in Arial, checked on real prints by test/publish/print.test.ts.
 */
export interface Fit {
  /** Points. */
  readonly text: number;
  /** Millimetres for a quarter of an hour: where sessions are held, and of the team's own time. */
  readonly quarter: number;
  readonly teamQuarter: number;
}

export interface Paper {
  /** Millimetres there are for the table, its caption included. */
  readonly width: number;
  readonly height: number;
}

const mmPerPoint = 0.3528;
/** In ems of the text, as grid.css has them. */
const timeColumn = 9.4;
const across = 1.6;
const down = 0.75;
const caption = 2.2;
/** Of the table's width. */
const beyondShare = 0.19;
const lineHeight = 1.22;
const sizes = [10.5, 10, 9.5, 9, 8.5, 8, 7.5, 7, 6.5, 6, 5.5, 5] as const;
const tallestQuarter = 6;
const shortestQuarter = 2.2;

/** Lines that a text takes in a column, in millimetres; 0 for none. Half an em a letter, and more for bold. */
export function linesOf(text: string, points: number, width: number, bold = false): number {
  const letter = points * mmPerPoint * (bold ? 0.56 : 0.49);
  return Math.ceil((text.length * letter) / width);
}

const em = (points: number): number => points * mmPerPoint;
const lineOf = (points: number): number => em(points) * lineHeight;
const paddingOf = (points: number): number => em(points) * down;

/** Widths of the columns in millimetres: those beyond the usual streams have a fixed share of the table. */
function columnWidths(day: DayView, points: number, width: number): readonly number[] {
  const beyond = day.columns.filter((c) => c.beyond).length;
  const usual = width - em(points) * timeColumn - beyond * beyondShare * width;
  return day.columns.map((c) =>
    c.beyond ? beyondShare * width : usual / Math.max(1, day.columns.length - beyond),
  );
}

/** What a cell needs, in millimetres, within `room` of width. */
function cellHeight(cell: CellView, points: number, room: number): number {
  const width = room - em(points) * across;
  if (cell.isEmpty) return 0;
  if (!cell.isSession) {
    const text = [cell.title, cell.place, cell.who, cell.ownTime ? cell.time : ''].filter(Boolean).join(', ');
    return cell.continued ? 0 : linesOf(text, points, width) * lineOf(points) + paddingOf(points);
  }
  const pair = cell.pair.map((p) => p.initials).join('  ');
  const marks = cell.marks.map((m) => m.word).join('       ');
  const place = [cell.ownTime ? cell.time : '', cell.place, cell.away, marks].filter(Boolean).join('    ');
  const lines =
    linesOf(`${cell.title}      ${pair}`, points * 1.05, width, true) +
    linesOf(cell.who, points, width) +
    linesOf(place, points, width) * (marks === '' ? 1 : 1.15);
  return lines * lineOf(points) + paddingOf(points);
}

/** The height of the table at a text size and a height of the quarter hour, as a browser would lay it out. */
function tableHeight(day: DayView, fit: Fit, width: number): number {
  const widths = columnWidths(day, fit.text, width);
  const timeLine = lineOf(fit.text) + paddingOf(fit.text);
  const heights = day.rows.map((row) =>
    Math.max(
      row.quarters * (row.kind === 'sessions' ? fit.quarter : fit.teamQuarter),
      row.kind === 'nothing' ? lineOf(fit.text) * 0.8 : timeLine,
    ),
  );
  day.rows.forEach((row, r) => {
    for (const cell of row.cells) {
      const spanned = heights.slice(r, r + cell.rowspan).reduce((a, b) => a + b, 0);
      const room = widths.slice(cell.column, cell.column + cell.colspan).reduce((a, b) => a + b, 0);
      const missing = cellHeight(cell, fit.text, room) - spanned;
      if (missing > 0) heights[r + cell.rowspan - 1]! += missing;
    }
  });
  const headings = lineOf(fit.text) + paddingOf(fit.text);
  return em(fit.text) * caption + headings + heights.reduce((a, b) => a + b, 0);
}

const sized = (text: number, quarter: number): Fit => ({
  text,
  quarter,
  teamQuarter: Math.round(quarter * 55) / 100,
});

/** The largest text with which a day is on one page and an hour is visibly an hour; then the tallest rows. */
export function fitDay(day: DayView, paper: Paper): Fit {
  const goesOn = (fit: Fit) => tableHeight(day, fit, paper.width) <= paper.height;
  for (const text of sizes) {
    if (!goesOn(sized(text, shortestQuarter))) continue;
    let quarter: number = shortestQuarter;
    while (quarter < tallestQuarter && goesOn(sized(text, quarter + 0.1))) quarter += 0.1;
    return sized(text, Math.round(quarter * 10) / 10);
  }
  return sized(sizes[sizes.length - 1]!, 1);
}

/** The largest text, in quarters of a point, at which what stands in a list goes into a height in millimetres. */
export function fitText(heightAt: (points: number) => number, height: number): number {
  const smallest = sizes[sizes.length - 1]!;
  let points: number = sizes[0];
  while (points > smallest && heightAt(points) > height) points -= 0.25;
  return points;
}
