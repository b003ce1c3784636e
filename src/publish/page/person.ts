import type { Programme } from '../../programme/programme.ts';
import type { Review } from '../../review/review.ts';
import type { Stamp } from '../stamp.ts';
import { fitText, linesOf } from './fit.ts';
import { contactOwnWeek, type OwnWeek, peerOwnWeek, roomOwnWeek } from './own-week.ts';
import { render } from './render.ts';
import { headerView } from './sheet.ts';
import type { WeekView } from './week-view.ts';

/** Millimetres of A4 portrait within its margins. */
const paper = { width: 190, height: 277 };
const mmPerPoint = 0.3528;

/** The height of a week's list at a text size, in millimetres, as week.css draws it. */
function heightOf(week: WeekView, points: number): number {
  const em = points * mmPerPoint;
  const rest = paper.width - em * (9.8 + 1.8 + 1.2) - 1;
  const linesIn = (texts: readonly string[], width: number) =>
    texts.map((text) => linesOf(text, points, width)).reduce((a, b) => a + b, 0);
  const items = week.days.flatMap((d) => d.items);
  const lines = items.map((item) => {
    const title = [item.title, ...item.marks.map((m) => ` ${m.word}  `)].join(' ');
    const [left, right] = [rest * 0.57, rest * 0.42];
    // Dense: what would be lines follows on in one; a line loses a little where its words break.
    const height = week.dense
      ? Math.max(
          linesOf([title, ...item.lines].join(' · '), points * 1.07, left),
          linesOf(item.beside.join(' · '), points * 1.07, right),
        )
      : Math.max(
          linesOf(title, points, left, item.weighty) + linesIn(item.lines, left),
          linesIn(item.beside, right),
        );
    return Math.max(1, height) * 1.2 + (week.dense ? 0.28 : 0.44);
  });
  const heading = week.dense ? 1.95 : 2.3;
  return (lines.reduce((a, b) => a + b, 0) + week.days.length * heading) * em + items.length * 0.2;
}

/** A sheet of A4 portrait with a week on it, its text as large as one page allows. */
function weekSheet(review: Review, stamp: Stamp | undefined, sheet: OwnWeek): string {
  const { subject, name, lead, week, notes, waivers } = sheet;
  const small = [...notes, ...waivers.map((w) => `Exception agreed. ${w}`)];
  const smallLines = small.map((text) => linesOf(text, 10, paper.width)).reduce((a, b) => a + b, 0);
  const room = paper.height - 15 - 14 - 5 - smallLines * 5.2;
  const points = fitText((p) => heightOf(week, p), room);
  return render(
    'person',
    {
      title: `${name}: ${subject}, ${review.council}`,
      header: headerView(review, subject, stamp),
      name,
      lead,
      week,
      notes,
      foot: { page: '', team: [], waivers, left: [] },
    },
    ['portrait', 'sheet', 'week'],
    [`@media print { .week-list { --text: ${points}pt; } }`],
  );
}

type Made = string | undefined;

const drawn = (review: Review, own: OwnWeek | undefined, stamp: Stamp | undefined): Made =>
  own && weekSheet(review, stamp, own);

/** A peer's week on one sheet of A4 portrait. Undefined where there is no such peer. */
export const personSheet = (review: Review, programme: Programme, peerId: string, stamp?: Stamp): Made =>
  drawn(review, peerOwnWeek(review, programme, peerId), stamp);

/** A contact's own slots, and nothing of anybody else's. Undefined where there is no such contact. */
export const contactSheet = (review: Review, programme: Programme, contactId: string, stamp?: Stamp): Made =>
  drawn(review, contactOwnWeek(review, programme, contactId), stamp);

/** What is held in a room, for its caretaker. Undefined where there is no such room. */
export const roomSheet = (review: Review, programme: Programme, roomId: string, stamp?: Stamp): Made =>
  drawn(review, roomOwnWeek(review, programme, roomId), stamp);
