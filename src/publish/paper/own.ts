import { heldBy, heldIn } from '../../programme/programme.ts';
import { contactOwnWeek, type OwnWeek, peerOwnWeek, roomOwnWeek } from '../page/own-week.ts';
import type { ItemView, WeekView } from '../page/week-view.ts';
import { briefNote, footNotes, type Material, paperOf } from './material.ts';
import {
  cell,
  onOnePage,
  type Paper,
  plainLines,
  quiet,
  type Row,
  type Sheet,
  sheet,
  strong,
  type Table,
} from './paper.ts';

/** The day, across the table, before what is on it. */
const dayRow = (name: string): Row => ({
  head: [strong(name)],
  quarters: 0,
  quiet: false,
  cells: [{ lines: [], rows: 1, columns: 2, look: 'plain' }],
});

const rowOf = (item: ItemView, cells: Row['cells']): Row => ({
  head: [{ text: item.time, weight: item.weighty ? 'strong' : 'plain' }],
  quarters: 0,
  quiet: !item.weighty,
  cells,
});

function titleOf(item: ItemView): string {
  const marks = item.marks.map((mark) => mark.word).join(', ');
  return `${item.title}${marks === '' ? '' : ` [${marks}]`}`;
}

function itemRow(item: ItemView): Row {
  const look = item.weighty ? 'weighty' : 'quiet';
  const title = (item.weighty ? strong : quiet)(titleOf(item));
  return rowOf(item, [
    { ...cell(title, ...plainLines(item.lines)), look },
    { ...cell(...plainLines(item.beside)), look: item.weighty ? 'plain' : 'quiet' },
  ]);
}

/** Much on little paper: what would be lines, or a column, follows on. */
function denseRow(item: ItemView): Row {
  if (!item.weighty)
    return rowOf(item, [
      { ...cell(quiet([titleOf(item), ...item.lines, ...item.beside].join(' · '))), look: 'quiet' },
    ]);
  const lines = [item.lines.join(' · '), item.beside.join(' · ')];
  return rowOf(item, [{ ...cell(strong(titleOf(item)), ...plainLines(lines)), look: 'weighty' }]);
}

const listOf = (week: WeekView): readonly Table[] => [
  {
    caption: '',
    corner: 'Time',
    headWidth: 11.4,
    columns: [
      { heading: 'What', share: 0.56 },
      { heading: 'Where and with whom', share: 0.44 },
    ],
    rows: week.days.flatMap((day) => [dayRow(day.name), ...day.items.map(itemRow)]),
  },
];

/** A list a day, narrow enough for two beside each other. */
const listsOf = (week: WeekView): readonly Table[] =>
  week.days.map((day) => ({
    caption: day.name,
    corner: 'Time',
    headWidth: 10.6,
    columns: [{ heading: 'What, with whom and where', share: 1 }],
    rows: day.items.map(denseRow),
    list: true,
  }));

/** Somebody's or a room's week on one sheet. */
const ownSheet = ({ name, lead, week, briefer, notes, waivers }: OwnWeek): Sheet =>
  sheet({
    name,
    title: name,
    lead,
    tables: week.days.length === 0 ? [] : week.dense ? listsOf(week) : listOf(week),
    notes,
    foot: footNotes(waivers),
    text: onOnePage,
    columns: week.dense ? 2 : 1,
    ...(briefer && { briefer: { tables: listsOf(briefer), foot: [...footNotes(waivers), briefNote] } }),
  });

/** The weeks that a paper shows, each on a sheet, and what they are together. */
export interface OwnWeeks {
  readonly weeks: readonly OwnWeek[];
  readonly title: string;
}

export type OwnKind = 'peer' | 'contact' | 'room';

/** Whose weeks: one, or with nobody named all peers’, that of everybody who is seen, that of each room that is used. */
const weeksOf: Readonly<
  Record<OwnKind, (material: Material, who: string) => readonly (OwnWeek | undefined)[]>
> = {
  peer: ({ review, programme }, who) =>
    (who === '' ? review.peers.map((p) => p.id) : [who]).map((id) => peerOwnWeek(review, programme, id)),
  contact({ review, programme }, who) {
    const held = heldIn(review, programme);
    const seen = review.contacts.map((c) => c.id).filter((id) => heldBy(review, held, id).length > 0);
    return (who === '' ? seen : [who]).map((id) => contactOwnWeek(review, programme, id));
  },
  room: ({ review, programme }, who) =>
    who === ''
      ? review.rooms
          .map(({ id }) => roomOwnWeek(review, programme, id))
          .filter((week) => week?.week.days.length !== 0)
      : [roomOwnWeek(review, programme, who)],
};

const together: Readonly<Record<OwnKind, string>> = {
  peer: 'the weeks of the peers',
  contact: 'the times of those seen',
  room: 'the weeks of the rooms',
};

/** Somebody’s or a room’s week, or with nobody named everybody’s. Undefined for nobody. */
export function ownWeeks(kind: OwnKind, material: Material, who: string): OwnWeeks | undefined {
  const weeks = weeksOf[kind](material, who).filter((week) => week !== undefined);
  const [first] = weeks;
  if (first === undefined) return undefined;
  return { weeks, title: weeks.length === 1 ? `${first.subject}, ${first.name}` : together[kind] };
}

/** The same as a paper, a sheet each. */
export function ownPaper(kind: OwnKind, material: Material, who: string): Paper | undefined {
  const own = ownWeeks(kind, material, who);
  return own && paperOf(material, own.weeks[0]!.subject, own.weeks.map(ownSheet), own.title);
}
