import type { PersonWeek, WeekItem } from '../person-week.ts';
import { seenNames, seenWords } from '../person-week.ts';
import type { RoomItem, RoomWeek } from '../room-week.ts';
import { partnerWords } from '../who.ts';
import { listed } from '../words.ts';

/** What `templates/week-list.hbs` shows: somebody's week, or a room's, in time order by day. */
export interface WeekView {
  /** Much on little paper: what would be lines follows on, on paper only. */
  readonly dense: boolean;
  readonly days: readonly DayListView[];
}

export interface DayListView {
  readonly name: string;
  /** On paper: it begins the second column, or goes on in it. */
  readonly turns: boolean;
  readonly goesOn: boolean;
  readonly items: readonly ItemView[];
}

export interface ItemView {
  readonly kind: WeekItem['kind'];
  readonly weighty: boolean;
  readonly time: string;
  readonly title: string;
  /** Lines under the title: those seen, how the hour goes, notes. */
  readonly lines: readonly string[];
  /** Lines beside it: with whom, where. */
  readonly beside: readonly string[];
  readonly marks: readonly { readonly kind: string; readonly word: string; readonly more: string }[];
}

function besidePeer(item: WeekItem): readonly string[] {
  if (item.kind !== 'session') return item.place === null ? [] : [item.place];
  const others = item.team.map(partnerWords);
  return [others.length > 0 ? `With ${listed(others)}` : 'On your own', item.place ?? ''].filter(Boolean);
}

function linesForContact(item: WeekItem): readonly string[] {
  const team = listed(item.team.map((p) => `${p.name} (${p.role})`));
  return [team === '' ? '' : `You will meet ${team}.`, item.division ?? '', ...item.notes].filter(Boolean);
}

/** A person's week, `brief` without the jobs of those seen. A peer knows how an hour is divided; a contact is told. */
export const personView = (week: PersonWeek, brief = false): WeekView => ({
  dense: week.isPeer,
  days: week.days.map((day) => ({
    name: day.name,
    turns: false,
    goesOn: false,
    items: day.items.map((item) => ({
      kind: item.kind,
      weighty: item.kind === 'session',
      time: item.time,
      title: item.title,
      lines: week.isPeer ? [...(brief ? seenNames : seenWords)(item), ...item.notes] : linesForContact(item),
      beside: week.isPeer ? besidePeer(item) : [item.place ?? ''].filter(Boolean),
      marks: item.marks
        .filter((mark) => mark.kind !== 'by-phone' && mark.kind !== 'one-interviewer')
        .map((mark) => ({ kind: mark.kind, word: mark.word, more: mark.more.join(' ') })),
    })),
  })),
});

const roomLines = (item: RoomItem): readonly string[] =>
  [item.who, item.equipment.length > 0 ? `Needed: ${listed(item.equipment)}` : ''].filter(Boolean);

const besideRoom = (item: RoomItem): readonly string[] =>
  [
    listed(item.pair.map((p) => p.name)),
    item.people === null ? '' : `${item.people} people in the room`,
  ].filter(Boolean);

export const roomView = (week: RoomWeek): WeekView => ({
  dense: false,
  days: week.days.map((day) => ({
    name: day.name,
    turns: false,
    goesOn: false,
    items: day.items.map((item) => ({
      kind: item.kind,
      weighty: item.kind === 'session',
      time: item.time,
      title: item.title,
      lines: roomLines(item),
      beside: besideRoom(item),
      marks: [],
    })),
  })),
});
