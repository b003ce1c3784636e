import { asHeld, heldBy, heldIn, heldInRoom, type Programme } from '../../programme/programme.ts';
import { contactOf, roomOf } from '../../review/facts.ts';
import type { Review } from '../../review/review.ts';
import { personWeek } from '../person-week.ts';
import { roomWeek } from '../room-week.ts';
import { waiversFor } from '../waivers.ts';
import { whereForTeam, whereTeam } from '../where.ts';
import { personView, roomView, type WeekView } from './week-view.ts';

/** The week of a peer, of somebody seen or of a room, as it is handed out: in words, on one sheet. */
export interface OwnWeek {
  readonly subject: string;
  readonly name: string;
  readonly lead: string;
  readonly week: WeekView;
  /** The same in fewer words, where there is little room for much. */
  readonly briefer?: WeekView;
  readonly notes: readonly string[];
  readonly waivers: readonly string[];
}

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** The base room is said once, and not of everything that the team does there. */
const unsaid = (week: WeekView, place: string): WeekView => ({
  ...week,
  days: week.days.map((day) => ({
    ...day,
    items: day.items.map((item) => ({
      ...item,
      beside: item.kind === 'event' ? item.beside.filter((line) => line !== place) : item.beside,
    })),
  })),
});

/** A peer's week. Undefined where there is no such peer. */
export function peerOwnWeek(review: Review, programme: Programme, peerId: string): OwnWeek | undefined {
  const week = personWeek(review, programme, peerId);
  if (!week?.isPeer) return undefined;
  const actual = asHeld(review, programme);
  const base = whereForTeam(whereTeam(review));
  return {
    subject: 'your week on site',
    name: week.person.name,
    lead: capitalised(week.person.what),
    week: unsaid(personView(week), base),
    briefer: unsaid(personView(week, true), base),
    notes: [
      ...(week.days.length === 0 ? [] : [`The team meets in ${base}, unless another place is given.`]),
      ...(week.days.some((d) => d.items.some((i) => i.division !== null))
        ? ['The last quarter of an hour of each interview is for notes and crossover.']
        : []),
    ],
    waivers: waiversFor(actual, heldBy(actual, heldIn(actual, programme), peerId)),
  };
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
export function contactOwnWeek(review: Review, programme: Programme, contactId: string): OwnWeek | undefined {
  const week = personWeek(review, programme, contactId);
  if (!week || week.isPeer) return undefined;
  const actual = asHeld(review, programme);
  const own = heldBy(actual, heldIn(actual, programme), contactId);
  const about = new Set([contactId, ...own.map((h) => h.session.id)]);
  const onlyTheirs = { ...actual, waivers: actual.waivers.filter((w) => about.has(w.about)) };
  return {
    subject: 'your time with the team',
    name: week.person.name,
    lead: week.person.what,
    week: personView(week),
    notes: [
      ...(week.days.length === 0 ? ['No time has been set for you yet.'] : []),
      ...organiserNote(review),
    ],
    waivers: waiversFor(onlyTheirs, own),
  };
}

/** What is held in a room, for its caretaker. Undefined where there is no such room. */
export function roomOwnWeek(review: Review, programme: Programme, roomId: string): OwnWeek | undefined {
  const week = roomWeek(review, programme, roomId);
  const room = roomOf(review, roomId);
  if (!week || !room) return undefined;
  const actual = asHeld(review, programme);
  return {
    subject: 'a room’s week',
    name: week.room.name,
    lead: [week.room.where, `holds ${week.room.capacity}`, room.baseRoom ? 'the team’s base room' : '']
      .filter(Boolean)
      .join(', '),
    week: roomView(week),
    notes: week.days.length === 0 ? ['Nothing is held here.'] : [],
    waivers: waiversFor(actual, heldInRoom(heldIn(actual, programme), roomId)),
  };
}
