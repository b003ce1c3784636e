import type { Programme } from '../../programme/programme.ts';
import type { Review } from '../../review/review.ts';
import { briefNote } from '../paper/material.ts';
import type { Stamp } from '../stamp.ts';
import { type Format, fitText, fitTextSmall, linesOf, tries } from './fit.ts';
import { contactOwnWeek, type OwnWeek, peerOwnWeek, roomOwnWeek } from './own-week.ts';
import { render } from './render.ts';
import { headerView } from './sheet.ts';
import type { DayListView, ItemView, WeekView } from './week-view.ts';

const mmPerPoint = 0.3528;
/** Millimetres between two columns of a dense week. */
const gutter = 5;

const linesIn = (texts: readonly string[], points: number, width: number) =>
  texts.map((text) => linesOf(text, points, width)).reduce((a, b) => a + b, 0);

const titleOf = (item: ItemView): string => [item.title, ...item.marks.map((m) => ` ${m.word}  `)].join(' ');

/** The height of what is on at a time, in millimetres, as week.css draws it: in three columns. */
function itemHeight(item: ItemView, points: number, width: number): number {
  const em = points * mmPerPoint;
  const rest = width - em * (9.8 + 1.8 + 1.2) - 1;
  const [left, right] = [rest * 0.57, rest * 0.42];
  const lines = Math.max(
    1,
    linesOf(titleOf(item), points, left, item.weighty) + linesIn(item.lines, points, left),
    linesIn(item.beside, points, right),
  );
  return (lines * 1.2 + 0.44) * em + 0.2;
}

/** The same where there is much on little paper: in two, what would be lines following on. */
function denseHeight(item: ItemView, points: number, width: number): number {
  const em = points * mmPerPoint;
  const rest = width - em * (9.8 + 1.2) - 2;
  // A line loses a little where its words break.
  const set = points * 1.02;
  const [first, ...others] = item.weighty
    ? [titleOf(item), item.lines.join(' · ')]
    : [[titleOf(item), ...item.lines].join(' · ')];
  const lines =
    linesOf(first!, item.weighty ? set : points, rest, item.weighty) +
    linesIn([...others, item.beside.join(' · ')], set, rest);
  return (Math.max(1, lines) * 1.2 + 0.2) * em + 0.2;
}

/** A week in two columns, and how tall the taller is: broken where they are evenest, within a day too. */
function inColumns(week: WeekView, points: number, width: number): { week: WeekView; height: number } {
  const em = points * mmPerPoint;
  const tall = week.days.map((day) => day.items.map((item) => denseHeight(item, points, width)));
  const heading = 2.15 * em;
  const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0);
  const days = tall.map((items) => sum(items) + heading);
  let best = { day: week.days.length, item: 0, height: sum(days) };
  week.days.forEach((_, day) => {
    tall[day]!.forEach((_, item) => {
      const before = sum(days.slice(0, day)) + (item === 0 ? 0 : heading + sum(tall[day]!.slice(0, item)));
      const after = heading + sum(tall[day]!.slice(item)) + sum(days.slice(day + 1));
      const height = Math.max(before, after);
      if (height < best.height) best = { day, item, height };
    });
  });
  const cut = (day: DayListView): readonly DayListView[] =>
    best.item === 0
      ? [{ ...day, turns: true }]
      : [
          { ...day, items: day.items.slice(0, best.item) },
          { name: `${day.name} (continued)`, turns: true, goesOn: true, items: day.items.slice(best.item) },
        ];
  return {
    week: { ...week, days: week.days.flatMap((day, n) => (n === best.day ? cut(day) : [day])) },
    height: best.height,
  };
}

/** A week as it is laid out at a size of text. */
function laid(week: WeekView, points: number, width: number): { week: WeekView; height: number } {
  if (week.dense) return inColumns(week, points, (width - gutter) / 2);
  const items = week.days.flatMap((day) => day.items).map((item) => itemHeight(item, points, width));
  const height = items.reduce((a, b) => a + b, 0) + week.days.length * 2.3 * points * mmPerPoint;
  return { week, height };
}

/** What a page leaves a week. */
function roomFor({ notes, waivers }: OwnWeek, brief: boolean, { short: width, long: height }: Format) {
  const small = [
    ...notes,
    ...waivers.map((w) => `Exception agreed. ${w}`),
    ...(brief ? [briefNote.text] : []),
  ];
  return { width, height: height - 15 - 14 - 5 - linesIn(small, 10, width) * 5 };
}

/** A week as it goes on one page: in which words, on which paper, in letters how large. */
function fitted(own: OwnWeek) {
  const laidOut = tries.flatMap(({ format, brief }) => {
    const words = brief ? own.briefer : own.week;
    return words ? [{ words, brief, a3: format.a3, room: roomFor(own, brief, format) }] : [];
  });
  for (const { words, room, ...rest } of laidOut) {
    const points = fitText((p) => laid(words, p, room.width).height, room.height);
    if (points !== undefined) return { ...rest, points, week: laid(words, points, room.width).week };
  }
  const { words, room, ...rest } = laidOut.at(-1)!;
  const points = fitTextSmall((p) => laid(words, p, room.width).height, room.height);
  return { ...rest, points, week: laid(words, points, room.width).week };
}

/** Weeks as one HTML document, each on a sheet of A4 portrait, its text as large as one page allows. */
export function weekSheets(
  review: Review,
  stamp: Stamp | undefined,
  weeks: readonly OwnWeek[],
  title?: string,
): string {
  const sheets = weeks.map((own, number) => {
    const { week, a3, brief, points } = fitted(own);
    const { subject, name, lead, notes, waivers } = own;
    const foot = { page: '', team: [], waivers, left: [], brief: brief ? briefNote : null };
    return { number, points, a3, header: headerView(review, subject, stamp), name, lead, week, notes, foot };
  });
  const [first] = weeks;
  return render(
    'person',
    { title: title ?? `${first?.name}: ${first?.subject}, ${review.council}`, sheets },
    ['portrait', 'sheet', 'week'],
    sheets.map(
      ({ number, points }) => `@media print { .sheet--own-${number} .week-list { --text: ${points}pt; } }`,
    ),
  );
}

type Made = string | undefined;

const drawn = (review: Review, own: OwnWeek | undefined, stamp: Stamp | undefined): Made =>
  own && weekSheets(review, stamp, [own]);

/** A peer's week on one sheet of A4 portrait. Undefined where there is no such peer. */
export const personSheet = (review: Review, programme: Programme, peerId: string, stamp?: Stamp): Made =>
  drawn(review, peerOwnWeek(review, programme, peerId), stamp);

/** A contact's own slots, and nothing of anybody else's. Undefined where there is no such contact. */
export const contactSheet = (review: Review, programme: Programme, contactId: string, stamp?: Stamp): Made =>
  drawn(review, contactOwnWeek(review, programme, contactId), stamp);

/** What is held in a room, for its caretaker. Undefined where there is no such room. */
export const roomSheet = (review: Review, programme: Programme, roomId: string, stamp?: Stamp): Made =>
  drawn(review, roomOwnWeek(review, programme, roomId), stamp);
