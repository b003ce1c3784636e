import { asHeld, heldBy, heldIn, heldInRoom, type Programme } from '../../programme/programme.ts';
import { contactOf, roomOf } from '../../review/facts.ts';
import type { Review } from '../../review/review.ts';
import { personWeek } from '../person-week.ts';
import { roomWeek } from '../room-week.ts';
import { waiversFor } from '../waivers.ts';
import { fitText, linesOf } from './fit.ts';
import { render } from './render.ts';
import { headerView } from './sheet.ts';
import { personView, roomView, type WeekView } from './week-view.ts';

/** Millimetres of A4 portrait within its margins. */
const paper = { width: 190, height: 277 };
const mmPerPoint = 0.3528;

interface Sheet {
  readonly subject: string;
  readonly name: string;
  readonly lead: string;
  readonly week: WeekView;
  readonly notes: readonly string[];
  readonly waivers: readonly string[];
}

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
function weekSheet(review: Review, sheet: Sheet): string {
  const { subject, name, lead, week, notes, waivers } = sheet;
  const small = [...notes, ...waivers.map((w) => `Exception agreed. ${w}`)];
  const smallLines = small.map((text) => linesOf(text, 10, paper.width)).reduce((a, b) => a + b, 0);
  const room = paper.height - 15 - 14 - 5 - smallLines * 5.2;
  const points = fitText((p) => heightOf(week, p), room);
  return render(
    'person',
    {
      title: `${name}: ${subject}, ${review.council}`,
      header: headerView(review, subject),
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

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** A peer's week on one sheet of A4 portrait. Undefined where there is no such peer. */
export function personSheet(review: Review, programme: Programme, peerId: string): string | undefined {
  const week = personWeek(review, programme, peerId);
  if (!week?.isPeer) return undefined;
  const actual = asHeld(review, programme);
  return weekSheet(review, {
    subject: 'your week on site',
    name: week.person.name,
    lead: capitalised(week.person.what),
    week: personView(week),
    notes: week.days.some((d) => d.items.some((i) => i.division !== null))
      ? ['The last quarter of an hour of each interview is for notes and crossover.']
      : [],
    waivers: waiversFor(actual, heldBy(actual, heldIn(actual, programme), peerId)),
  });
}

/** Whom to tell when a time no longer suits. */
function organiserNote(review: Review): readonly string[] {
  const organiser = review.organiser === undefined ? undefined : contactOf(review, review.organiser);
  if (!organiser) return [];
  const how = [organiser.phone, organiser.email].filter((word) => word !== undefined).join(', ');
  return [
    `If a time no longer suits, please tell ${organiser.name}${how === '' ? '' : ` (${how})`}, who organises the review.`,
  ];
}

/** A contact's own slots, and nothing of anybody else's. Undefined where there is no such contact. */
export function contactSheet(review: Review, programme: Programme, contactId: string): string | undefined {
  const week = personWeek(review, programme, contactId);
  if (!week || week.isPeer) return undefined;
  const actual = asHeld(review, programme);
  const own = heldBy(actual, heldIn(actual, programme), contactId);
  const about = new Set([contactId, ...own.map((h) => h.session.id)]);
  const onlyTheirs = { ...actual, waivers: actual.waivers.filter((w) => about.has(w.about)) };
  return weekSheet(review, {
    subject: 'your time with the team',
    name: week.person.name,
    lead: week.person.what,
    week: personView(week),
    notes: [
      ...(week.days.length === 0 ? ['No time has been set for you yet.'] : []),
      ...organiserNote(review),
    ],
    waivers: waiversFor(onlyTheirs, own),
  });
}

/** What is held in a room, for its door and its caretaker. Undefined where there is no such room. */
export function roomSheet(review: Review, programme: Programme, roomId: string): string | undefined {
  const week = roomWeek(review, programme, roomId);
  const room = roomOf(review, roomId);
  if (!week || !room) return undefined;
  const actual = asHeld(review, programme);
  return weekSheet(review, {
    subject: 'a room’s week',
    name: week.room.name,
    lead: [week.room.where, `holds ${week.room.capacity}`, room.baseRoom ? 'the team’s base room' : '']
      .filter(Boolean)
      .join(', '),
    week: roomView(week),
    notes: week.days.length === 0 ? ['Nothing is held here.'] : [],
    waivers: waiversFor(actual, heldInRoom(heldIn(actual, programme), roomId)),
  });
}
