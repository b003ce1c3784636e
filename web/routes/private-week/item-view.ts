import type { AgreedReview } from '../../../src/actions/open-agreed.ts';
import { personWeek, seenWords, type WeekItem } from '../../../src/publish/person-week.ts';
import { type RoomItem, roomWeek } from '../../../src/publish/room-week.ts';
import { partnerWords } from '../../../src/publish/who.ts';
import { counted, listed } from '../../../src/publish/words.ts';
import type { FeedKind } from '../../../src/store/ports.ts';
import type { Span } from '../../../src/time/span.ts';

/** One thing in the week of a private link. */
export interface OwnItem extends Span {
  readonly kind: WeekItem['kind'];
  /** The session's id, where it is one. */
  readonly session: string | undefined;
  readonly title: string;
  readonly what: string;
  readonly time: string;
  /** Where, with whom, and what else there is to know, a sentence a line. */
  readonly lines: readonly string[];
  readonly marks: readonly string[];
  readonly place: string;
}

export interface OwnDay {
  readonly day: number;
  readonly name: string;
  readonly items: readonly OwnItem[];
}

function teamLine(item: WeekItem, isPeer: boolean): string {
  if (item.team.length === 0) return isPeer && item.kind === 'session' ? 'Alone' : '';
  return isPeer
    ? `With ${listed(item.team.map(partnerWords))}`
    : `From the team: ${listed(item.team.map((p) => `${p.name}, ${p.role}`))}`;
}

const ofPerson = (item: WeekItem, isPeer: boolean): OwnItem => ({
  kind: item.kind,
  from: item.from,
  to: item.to,
  session: item.kind === 'session' ? (item.about ?? undefined) : undefined,
  title: item.title,
  what: isPeer ? (item.what ?? '') : '',
  time: item.time,
  lines: [
    ...seenWords(item),
    item.place ?? '',
    teamLine(item, isPeer),
    item.division ?? '',
    ...item.notes,
  ].filter(Boolean),
  marks: item.marks.map(({ word }) => word),
  place: item.place ?? '',
});

const ofRoom = (item: RoomItem): OwnItem => ({
  kind: item.kind,
  from: item.from,
  to: item.to,
  session: undefined,
  title: item.title,
  what: '',
  time: item.time,
  lines: [
    item.who,
    item.pair.length === 0 ? '' : `From the team: ${listed(item.pair.map((p) => p.name))}`,
    item.people === null ? '' : counted(item.people, 'person', 'people'),
    item.equipment.length === 0 ? '' : `Needs: ${listed(item.equipment)}`,
  ].filter(Boolean),
  marks: [],
  place: '',
});

/** What somebody, or a room, has in what was agreed: a day after the other. Nothing for who or what is not in it. */
export function ownDays(
  { review, draft: { programme } }: AgreedReview,
  kind: FeedKind,
  id: string,
): readonly OwnDay[] {
  if (kind === 'room')
    return (roomWeek(review, programme, id)?.days ?? []).map(({ day, name, items }) => ({
      day,
      name,
      items: items.map(ofRoom),
    }));
  const week = personWeek(review, programme, id);
  // An id that is a peer's opens nothing by a link that was made for a contact.
  if (!week || week.isPeer !== (kind === 'peer')) return [];
  return week.days.map(({ day, name, items }) => ({
    day,
    name,
    items: items.map((item) => ofPerson(item, week.isPeer)),
  }));
}
