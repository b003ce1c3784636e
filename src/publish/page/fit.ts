import { legible } from '../paper/paper.ts';
import { lineCount } from './arial.ts';
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

export interface Room {
  /** Millimetres there are for the table, its caption included. */
  readonly width: number;
  readonly height: number;
}

/** Sides of the paper within its margins, in millimetres. */
export const formats = [
  { a3: false, short: 190, long: 277 },
  { a3: true, short: 277, long: 400 },
] as const;
export type Format = (typeof formats)[number];

/** What is tried in turn: the whole on A4, fewer words there, then both on A3. */
export const tries: readonly { readonly format: Format; readonly brief: boolean }[] = formats.flatMap(
  (format) => [
    { format, brief: false },
    { format, brief: true },
  ],
);

const mmPerPoint = 0.3528;
/** In ems of the text, as grid.css has them. */
const timeColumn = 9.4;
const across = { usual: 1.6, brief: 1.1 };
const down = { usual: 0.75, brief: 0.44 };
const caption = 2.2;
/** Of the table's width. */
const beyondShare = 0.19;
const lineHeight = 1.22;
const sizes = [10.5, 10, 9.5, 9, legible] as const;
/** Where even A3 has no room for letters that can be read: everything is there all the same. */
const tiny = [8, 7.5, 7, 6.5, 6, 5.5, 5] as const;
const tallestQuarter = 6;
const shortestQuarter = 2.2;

/** Lines that a text takes in a column, in millimetres; 0 for none. A little is kept back: browsers round. */
export const linesOf = (text: string, points: number, width: number, bold = false): number =>
  lineCount(text, Math.max(1, (width / (points * mmPerPoint)) * 0.985), bold);

const em = (points: number): number => points * mmPerPoint;
const lineOf = (points: number): number => em(points) * lineHeight;
const paddingOf = (points: number, brief: boolean): number => em(points) * (brief ? down.brief : down.usual);

/** Widths of the columns in millimetres: those beyond the usual streams have a fixed share of the table. */
function columnWidths(day: DayView, points: number, width: number): readonly number[] {
  const beyond = day.columns.filter((c) => c.beyond).length;
  const usual = width - em(points) * timeColumn - beyond * beyondShare * width;
  return day.columns.map((c) =>
    c.beyond ? beyondShare * width : usual / Math.max(1, day.columns.length - beyond),
  );
}

/** What a cell needs, in millimetres, within `room` of width. */
function cellHeight(cell: CellView, points: number, room: number, brief: boolean): number {
  const width = room - em(points) * (brief ? across.brief : across.usual);
  if (cell.isEmpty) return 0;
  if (!cell.isSession) {
    const text = [cell.title, cell.place, cell.who, cell.ownTime ? cell.time : ''].filter(Boolean).join(', ');
    return cell.continued ? 0 : linesOf(text, points, width) * lineOf(points) + paddingOf(points, brief);
  }
  // Initials and marks are in boxes: a little wider than their letters, never smaller than can be read.
  const pair = cell.pair.map((p) => `${p.initials}mm`).join(' ');
  const marks = cell.marks.map((m) => `${m.word}mm`).join(' ');
  const place = [cell.ownTime ? cell.time : '', cell.place, cell.away].filter(Boolean).join(' · ');
  const lines =
    linesOf(`${cell.title} ${pair}`, points * (brief ? 1 : 1.05), width, true) * (brief ? 1 : 1.05) +
    linesOf(cell.who, points, width) +
    linesOf([place, marks].filter(Boolean).join(' '), points, width, marks !== '') *
      (marks === '' ? 1 : 1.15);
  return lines * lineOf(points) + paddingOf(points, brief);
}

/** The height of the table at a text size and a height of the quarter hour, as a browser would lay it out. */
function tableHeight(day: DayView, fit: Fit, width: number): number {
  const widths = columnWidths(day, fit.text, width);
  const timeLine = lineOf(fit.text) + paddingOf(fit.text, day.brief);
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
      const missing = cellHeight(cell, fit.text, room, day.brief) - spanned;
      if (missing > 0) heights[r + cell.rowspan - 1]! += missing;
    }
  });
  const headings = lineOf(fit.text) + paddingOf(fit.text, day.brief);
  return em(fit.text) * caption + headings + heights.reduce((a, b) => a + b, 0);
}

const sized = (text: number, quarter: number): Fit => ({
  text,
  quarter,
  teamQuarter: Math.round(quarter * 55) / 100,
});

/** The largest text with which a day is on one page and an hour is visibly an hour; then the tallest rows. */
function fitWith(day: DayView, room: Room, texts: readonly number[]): Fit | undefined {
  const goesOn = (fit: Fit) => tableHeight(day, fit, room.width) <= room.height;
  for (const text of texts) {
    if (!goesOn(sized(text, shortestQuarter))) continue;
    let quarter: number = shortestQuarter;
    while (quarter < tallestQuarter && goesOn(sized(text, quarter + 0.1))) quarter += 0.1;
    return sized(text, Math.round(quarter * 10) / 10);
  }
  return undefined;
}

/** The same in letters that can be read. Undefined where there is no room for them. */
export const fitDay = (day: DayView, room: Room): Fit | undefined => fitWith(day, room, sizes);

/** However small: for what there is no other way to have on one page. */
export const fitSmall = (day: DayView, room: Room): Fit => fitWith(day, room, tiny) ?? sized(tiny.at(-1)!, 1);

/**
 * The largest text, in quarters of a point and no smaller than can be read, at which what stands in a list goes into a
 * height in millimetres. Undefined where none does.
 */
export function fitText(
  heightAt: (points: number) => number,
  height: number,
  most: number = sizes[0],
): number | undefined {
  for (let points = most; points >= legible; points -= 0.25) if (heightAt(points) <= height) return points;
  return undefined;
}

/** The same however small, down to five points. */
export function fitTextSmall(heightAt: (points: number) => number, height: number): number {
  const smallest = tiny.at(-1)!;
  let points: number = tiny[0];
  while (points > smallest && heightAt(points) > height) points -= 0.25;
  return points;
}
